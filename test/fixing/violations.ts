import type {TabularDocument} from '../../src/dataset/model.ts'
import type {Edit, Finding} from '../../src/index.ts'
import type {LineIndex} from '../../src/text/lines.ts'
import type {Range} from '../../src/text/range.ts'
import {type Checked, check, read} from '../invariants/check.ts'
import {applyFixes} from '../rules/apply.ts'
import {type Change, changes} from './changes.ts'
import {type Fact, type Facts, factsOf} from './facts.ts'

/** What the safe fixes of each rule do to a text beyond what they may, in words. */
export function safeFixViolations(
  source: string,
  {document, findings}: Checked = check(source),
): readonly string[] {
  const before = factsOf(document)
  const safe = findings.filter(({fix}) => fix?.safe)
  return [...new Set(safe.map(({rule}) => rule))].flatMap((rule) => {
    const own = safe.filter((finding) => finding.rule === rule)
    const change = changes[rule]
    if (!change) return [`${rule} does not say what its fixes may change`]
    const after = factsOf(read(applyFixes(source, own)))
    const wrong = [...reachViolations(own, change, document), ...factViolations(before, after, own, change)]
    return wrong.map((text) => `${rule}: ${text}`)
  })
}

function factViolations(
  before: Facts,
  after: Facts,
  findings: readonly Finding[],
  change: Change,
): readonly string[] {
  const named = new Set(findings.map(({start}) => start.line))
  const {fields = [], rest = (text: string) => text, rereads = false, removesRows = false} = change
  const kept = removesRows ? before.rows.filter(({line}) => !named.has(line)) : before.rows
  if (kept.length !== after.rows.length) return [`${kept.length} rows became ${after.rows.length}`]
  const wrong = kept.flatMap((row, index) => {
    const inherited = fields.filter((field) => field === 'category' || field === 'group')
    const mayDiffer = named.has(row.line) ? fields : inherited
    const known = after.rows[index] ?? row
    const next = rereads && named.has(row.line) ? {...known, requirement: row.requirement} : known
    return rowViolations(row, next, mayDiffer, rest)
  })
  const isNamed = fields.includes('category')
  const categories = ({categories: all}: Facts) =>
    [...new Set(all.map((name) => (isNamed && name !== null ? rest(name) : name)))].join()
  return categories(before) === categories(after)
    ? wrong
    : [...wrong, `categories ${categories(before)} became ${categories(after)}`]
}

const stated = ['category', 'group', 'name', 'qualification', 'requirement', 'note'] as const

function rowViolations(
  before: Fact,
  after: Fact,
  mayDiffer: readonly (keyof Fact)[],
  rest: (text: string) => string,
): readonly string[] {
  return stated.flatMap((field) => {
    const [from, to] = [before, after].map((row) => {
      // A text of nothing but what goes is none.
      const mayBe = (_: string, value: unknown) =>
        mayDiffer.includes(field) && typeof value === 'string' ? rest(value) || null : value
      return JSON.stringify(row[field], mayBe)
    })
    return from === to ? [] : [`line ${before.line}, ${field}: ${from} became ${to}`]
  })
}

function reachViolations(
  findings: readonly Finding[],
  change: Change,
  document: TabularDocument,
): readonly string[] {
  return findings.flatMap((finding) => {
    const places = placesOf(finding, change, document)
    const edits = finding.fix?.edits ?? []
    const outside = edits.filter((edit) => !places.some((place) => isWithin(edit, place)))
    return outside.map(
      ({start, end}) => `line ${finding.start.line}: ${start}-${end} leaves its ${change.reach}`,
    )
  })
}

/** The stretches of which one must hold all edits of a finding. */
function placesOf(
  finding: Finding,
  {reach}: Change,
  {markdown, tables, headings}: TabularDocument,
): readonly Range[] {
  const {lines} = markdown
  const {start} = finding
  if (reach === 'line' || reach === 'line and blank') return [wholeLines(finding, reach, lines)]
  const rows = tables
    .flatMap((table) => table.rows.map(({row}) => row))
    .filter((row) => row.line === start.line)
  if (reach === 'row') return rows.map(({range}) => range)
  const cells = rows.flatMap((row) => row.cells.map(({outer}) => outer))
  const own = cells.filter((cell) => cell.start <= start.offset && start.offset <= cell.end)
  if (reach === 'cell') return own
  const blocks = headings.map(({block}) => ({
    start: block.range.start,
    end: lines.rangeOf(lines.lineAt(block.content.range.end)).end,
  }))
  return [...own, ...blocks]
}

/** With the line ending after them; that of the document's end is the one before. */
function wholeLines({start, end}: Finding, reach: Change['reach'], lines: LineIndex): Range {
  const isBlankBelow = reach === 'line and blank' && /^[ \t>]*$/.test(lines.textOf(end.line + 1))
  const next = end.line + (isBlankBelow ? 2 : 1)
  const {start: from} = lines.rangeOf(start.line)
  if (next <= lines.count) return {start: from, end: lines.rangeOf(next).start}
  return {
    start: start.line > 1 ? lines.rangeOf(start.line - 1).end : from,
    end: lines.rangeOf(lines.count).end,
  }
}

function isWithin(edit: Edit, place: Range): boolean {
  return place.start <= edit.start && edit.end <= place.end
}
