import type {Range} from '../../../text/range.ts'
import type {Part} from '../clauses/part.ts'
import {namesCopy, namesEvidence} from '../lexicon/evidence.ts'
import {noteLabelLength} from '../lexicon/labels.ts'
import {makeCase} from '../nodes/cases.ts'
import {joinText} from '../nodes/join-text.ts'
import {mapFirstTerm, mapLastTerm} from '../nodes/map-terms.ts'
import {span} from '../nodes/span.ts'
import type {Node, Reading, TermNode} from '../syntax.ts'
import {documentAt} from '../terms/read-term.ts'
import {textOf} from '../terms/text.ts'
import type {Combined} from './combine.ts'

/** Gives remarks, conditions and `适用类别` to the part that they speak of: the one before, else the one after. */
export function attachRemarks(reading: Reading, parts: readonly Part[]): readonly Combined[] {
  const nodes: Combined[] = []
  let waiting: Part[] = []
  for (const part of parts) {
    const last = nodes.at(-1)
    if (remarkRange(reading, part)) {
      if (last) nodes[nodes.length - 1] = {...last, node: withRemark(reading, last.node, part)}
      else waiting.push(part)
    } else if (part.node) {
      const {join, isItem, node} = part
      nodes.push({join, isItem, node: withRemarks(reading, node, waiting)})
      waiting = []
    }
  }
  const [first, ...others] = waiting
  const alone = first && remarkAlone(reading, first)
  if (!alone) return nodes
  return [...nodes, {join: null, isItem: false, node: withRemarks(reading, alone, others)}]
}

/** Where a part says something of another one; null where it asks for something itself. */
function remarkRange(reading: Reading, part: Part): Range | null {
  return part.appliesTo ?? part.note ?? part.condition ?? part.when ?? remarkIn(reading, part)
}

/** A remark with nothing to speak of is what is asked for. */
function remarkAlone({text}: Reading, {node, appliesTo, note, condition, when}: Part): Node | null {
  const range = appliesTo ?? note ?? condition ?? when
  return node ?? (range && documentAt(text, range))
}

/** Words that name no evidence, as a clause of their own: `有效期内`, `境外机构除外`. */
function remarkIn({folded}: Reading, {node, join, isHeaded}: Part): Range | null {
  if (node?.kind !== 'document' || join !== null || node.need !== 'required' || node.issuer !== null)
    return null
  const words = folded.slice(node.name.start, node.name.end)
  if (namesCopy(words)) return node.name
  return isHeaded || namesEvidence(words) ? null : node.name
}

function withRemarks(reading: Reading, node: Node, remarks: readonly Part[]): Node {
  return remarks.reduce((whole, remark) => withRemark(reading, whole, remark), node)
}

function withRemark(reading: Reading, node: Node, part: Part): Node {
  if (part.appliesTo) return makeCase(part.appliesTo, node)
  const range = part.condition ?? part.note ?? part.when ?? part.node
  if (!range) return node
  const said = remarkText(reading, range)
  const change = (term: TermNode): TermNode => ({
    ...term,
    ...(part.condition ? {condition: joinText(term.condition, said)} : {note: joinText(term.note, said)}),
    ...span([term, range]),
  })
  return range.start >= node.end ? mapLastTerm(node, change) : mapFirstTerm(node, change)
}

/** Without the label of a note. */
function remarkText(reading: Reading, {start, end}: Range): string | null {
  const label = noteLabelLength(reading.folded.slice(start, end))
  return textOf(reading, [{kind: 'text', start: start + label, end}])
}
