import type {Fix} from '../src/finding.ts'
import type {Requirement} from '../src/requirement/requirement.ts'
import {defineRule} from '../src/rule.ts'
import {applyEdits} from '../src/text/apply-edits.ts'
import {editOf} from '../src/text/edit.ts'
import {nameKey} from '../src/text/normalize.ts'
import {overlapsAny, type Range} from '../src/text/range.ts'

export const noRepeatedLicense = defineRule({
  id: 'no-repeated-license',
  summary: {
    en: 'Disallow one licence or phrase twice in the same alternative of a qualification.',
    zh: '禁止资质的同一选项中重复同一证照或词语。',
  },
  level: 'warning',
  fix: 'suggestion',
  messages: {
    repeated: {
      en: 'Unexpected `{name}` for the second time in one alternative',
      zh: '同一选项中重复出现“{name}”',
      help: {
        en: 'remove the repetition, or write the name that was meant',
        zh: '删去重复的部分，或改为原本要写的名称',
      },
    },
  },
  check({document, report}) {
    const plain = new Set<string>()
    for (const record of document.records) {
      const {requirement} = record
      if (!requirement || plain.has(requirement.text)) continue
      const found = [...repetitions(requirement)]
      // Rows have many texts in common.
      if (found.length === 0) plain.add(requirement.text)
      for (const {name, first, second} of found) {
        report('repeated', {
          at: requirement.sourceOf(second),
          record,
          column: 'qualification',
          data: {name},
          ...removal(requirement, second),
          related: [
            {at: requirement.sourceOf(first), message: {en: 'first stated here', zh: '首次出现在这里'}},
          ],
        })
      }
    }
  },
})

function* repetitions(requirement: Requirement) {
  const {text} = requirement
  const isList = requirement.marks.length + requirement.bareNames.length > 1 || /[、及与和且并]/.test(text)
  if (!isList) return
  const named = [
    ...requirement.marks.filter(({state}) => state === 'ok').map(({inner}) => inner),
    ...requirement.bareNames,
  ].sort((a, b) => a.start - b.start)
  if (!saysTwice(requirement, named)) return
  let at = 0
  for (const {start, end, items} of requirement.alternatives) {
    const inside: Range[] = []
    for (let name = named[at]; name && name.end <= end; name = named[++at]) {
      if (name.start >= start) inside.push(name)
    }
    const phrases = items.filter((item) => !overlapsAny(inside, item))
    const first = new Map<string, Range>()
    for (const second of [...inside, ...phrases]) {
      const name = text.slice(second.start, second.end).trim()
      const key = licenseKey(requirement, name) ?? phraseKey(name)
      const before = first.get(key)
      if (before && !isAnother(text, before, second)) yield {name, first: before, second}
      else if (key.length >= 2) first.set(key, second)
    }
  }
}

/** The repetition goes with what joins it to the list, where the rest asks for as much. */
function removal(requirement: Requirement, second: Range): {readonly fix?: Fix} {
  if (!requirement.isAsWritten) return {}
  const {text, marks, cell} = requirement
  const {start, end} = marks.find(({inner}) => inner.start === second.start) ?? second
  const joint = connective.exec(text.slice(0, start))
  if (!joint || !listEnd.test(text.slice(end))) return {}
  const edit = {start: joint.index, end, text: ''}
  const isSame = requirement.asksAsMuch(applyEdits(text, [edit])) && cell.content.takes([edit])
  return isSame ? {fix: {safe: false, edits: [editOf(requirement.sourceOf(edit), '')]}} : {}
}

const connective = /\s*(?:、|以及|及|与|和|且|并|[,，]|(?<=》)[ \t\u3000])[ \t\u3000]*$/
const listEnd = /^\s*(?:$|[、，,。；;\n]|以及|[及与和且并或])/

/** All names of one licence have one key. An old name beside the new one may be meant, so it has its own. */
function licenseKey(requirement: Requirement, name: string): string | undefined {
  const known = requirement.lookUp(name)
  return known?.verified ? `licence ${known.entry.name}` : undefined
}

/** A phrase without blanks and without the verb that asks for the whole list. */
function phraseKey(text: string): string {
  return nameKey(text).replace(/^(?:请|需要?|须)?(?:上传|提供|提交|出具)/, '')
}

/** Whether the second is a copy of the first, or that of somebody else (`总公司《甲》及分公司《甲》`). */
function isAnother(text: string, first: Range, second: Range): boolean {
  if (copy.test(text.slice(second.end, second.end + 8))) return true
  if (text[second.start - 1] !== '《') return false
  const owner = ownerOf(text, second)
  return owner !== '' && owner !== ownerOf(text, first)
}

/** What stands right before a marked name, up to where the last part ends. */
function ownerOf(text: string, {start}: Range): string {
  const before = text.slice(Math.max(0, start - 12), start - 1)
  return phraseKey(before.split(/[、，,；;。（(》或及与和且并\n]/).at(-1) ?? '')
}

/** A copy of a licence is another document. */
const copy = /^\s*》?\s*(?:副本|复印件|扫描件|照片|原件)/

/** Most texts name and list nothing twice, wherever their alternatives begin. */
function saysTwice(requirement: Requirement, names: readonly Range[]): boolean {
  const {text} = requirement
  const keys = names.map(({start, end}) => {
    const name = text.slice(start, end)
    return licenseKey(requirement, name) ?? nameKey(name)
  })
  if (new Set(keys).size < keys.length) return true
  if (!/[、及与和且并]/.test(text)) return false
  const phrases = text.split(/[、，,；;。:：/／《》或及与和且并\n]+/).map(phraseKey)
  return new Set(phrases).size < phrases.length
}
