import type {Change, DatasetDiff} from '../../diff/model.ts'
import type {Language} from '../../finding.ts'
import {escapeMarkdown} from '../../text/escape-markdown.ts'
import {type ChangeBlock, isReformatted, toBlocks} from './blocks.ts'
import {countEffects, toEntry} from './entries.ts'
import {DIFF_WORDS, type DiffWords} from './words.ts'

/** The diff for a comment on a pull request: the counts, and a table for each category that can be folded. */
export function markdownDiff(diff: DatasetDiff, {language}: {readonly language: Language}): string {
  const words = DIFF_WORDS[language]
  const head = `${mark}\n### ${words.title}\n\n${summary(diff, words)}\n`
  const {text, leftOut} = asManyAsFit(toBlocks(diff.changes), mostCharacters - head.length, words)
  const rest = leftOut > 0 ? `\n${words.leftOut(leftOut)}\n` : ''
  return head + text + rest
}

/** By which a job finds its comment again. */
const mark = '<!-- catalint-diff -->'

/** GitHub takes 65,536 characters; the rest is for what is said of those left out. */
const mostCharacters = 65_000

/** More blocks than these are folded at first. */
const mostOpen = 10

function summary(diff: DatasetDiff, words: DiffWords): string {
  const counts = words.counts(diff.summary, countEffects(diff)).join(' · ')
  if (diff.result === 'different') return `**${counts}**`
  const verdict = diff.result === 'identical' ? words.identical : words.sameData
  return counts === '' ? verdict : words.of(`**${verdict}**`, counts)
}

/** As many whole changes as fit. */
function asManyAsFit(blocks: readonly ChangeBlock[], room: number, words: DiffWords) {
  const isOpen = blocks.length <= mostOpen
  let text = ''
  let leftOut = 0
  for (const block of blocks) {
    const [start, end] = frame(block, isOpen && !isReformatted(block), words)
    let rows = ''
    for (const change of block.changes) {
      const own = toRows(change, words)
      const isFitting = text.length + start.length + rows.length + own.length + end.length <= room
      if (isFitting && leftOut === 0) rows += own
      else leftOut++
    }
    if (rows !== '') text += start + rows + end
  }
  return {text, leftOut}
}

function frame({kind, category, place, changes}: ChangeBlock, isOpen: boolean, words: DiffWords) {
  const title = kind === 'documents' ? words.documents : category === null ? words.noCategory : show(category)
  const where = place && kind === 'category' ? ` <sub>${show(place.document)}</sub>` : ''
  const columns = words.columns.join(' | ')
  const start = [
    '',
    `<details${isOpen ? ' open' : ''}><summary><b>${title}</b> (${changes.length})${where}</summary>`,
    '',
    `| ${columns} |`,
    '| --- | --- | --- | --- |',
    '',
  ]
  return [start.join('\n'), '\n</details>\n'] as const
}

function toRows(change: Change, words: DiffWords): string {
  const {symbol, name, text, remarks, texts, rows} = toEntry(change, words, show)
  const side = (qualification: string) => (symbol === '-' ? [qualification, ''] : ['', qualification])
  const isOwn = rows.length > 0 && change.entity === 'subcategory'
  const said = [text, ...remarks.map((remark) => `<sub>${remark}</sub>`)].join('<br>')
  return [
    ...(isOwn ? [] : [[said, name, texts?.before ?? '', texts?.after ?? '']]),
    ...rows.map((row) => [
      symbol === '-' ? words.removed : words.added,
      row.name,
      ...side(row.qualification),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

/** A text of a document is no longer than this. */
const longestText = 600

function show(text: string): string {
  return escapeMarkdown(text.length > longestText ? `${text.slice(0, longestText)}…` : text)
}
