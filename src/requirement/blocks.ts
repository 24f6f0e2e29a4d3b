import type {Range} from '../text/range.ts'
import {isTerm, joinText, makeCase, makeCases, mapFirstTerm, mapLastTerm, regroup, span} from './build.ts'
import {readClauses} from './clauses.ts'
import {namesCopy, namesEvidence} from './evidence.ts'
import {group} from './grouping.ts'
import type {List} from './lists.ts'
import {emptyPart, type Joint, type Part, withoutJoints} from './parts.ts'
import {beginsCase, leadsIn} from './split-clauses.ts'
import type {CasesNode, Node, Operator, Reading, TermNode} from './syntax.ts'
import {documentAt, textOf} from './terms.ts'
import type {Token} from './tokens.ts'

/** Reads lines, lists and clauses as one expression; null where they ask for nothing. */
export function readBlock(reading: Reading, tokens: readonly Token[]): Node | null {
  return readWithTail(reading, tokens).node
}

/** The same, with an operator at the end that speaks of what stands before. */
function readWithTail(reading: Reading, tokens: readonly Token[]): List {
  const parts = sections(tokens).flatMap((section) => readSection(reading, section))
  const {filled, tail} = fillOpen(reading, parts)
  const own = filled.length === 1 ? (filled[0]?.tail ?? null) : null
  return {node: combine(reading, filled, tail), tail: own}
}

/** A line without a marker that begins with a label ends the list above it. */
function sections(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  const hasMarkers = tokens.some(({kind}) => kind === 'marker')
  for (const [index, token] of tokens.entries()) {
    const isLineStart = index > 0 && tokens[index - 1]?.kind === 'feed'
    if (isLineStart && hasMarkers && beginsSection(tokens, index)) parts.push([])
    parts.at(-1)?.push(token)
  }
  return parts
}

function beginsSection(tokens: readonly Token[], from: number): boolean {
  let start = from
  while (tokens[start]?.kind === 'blank') start++
  for (let index = start; index < tokens.length; index++) {
    const kind = tokens[index]?.kind ?? 'feed'
    if (kind === 'colon') return index > start
    const token = tokens[index]
    if (index === start && token?.kind === 'verb' && token.adds) return true
    if (/^(?:license|feed|semicolon|stop|scope|contains|applies|marker)$/.test(kind)) return false
  }
  return false
}

/** Clauses, then perhaps a list. */
function readSection(reading: Reading, tokens: readonly Token[]): readonly Part[] {
  const first = tokens.findIndex(({kind}) => kind === 'marker')
  if (first < 0) return readClauses(reading, tokens)
  const head = readClauses(reading, tokens.slice(0, first))
  const last = head.at(-1)
  const opener = last?.isOpen ? last : undefined
  const end = first + listEnd(reading, tokens.slice(first), opener?.when !== null && opener !== undefined)
  const after = readClauses(reading, tokens.slice(end))
  const tail = after.length === 1 && after[0]?.node === null && !after[0].when ? after[0].operator : null
  const parts = readItems(reading, itemsOf(tokens.slice(first, end)), opener !== undefined)
  const node = combine(reading, parts, opener?.operator ?? tail)
  if (!node) return head
  const before = opener ? head.slice(0, -1) : head
  const list = {
    ...emptyPart,
    join: opener?.join ?? null,
    node: opener?.when ? makeCase(opener.when, node) : node,
  }
  return [...before, list, ...(tail ? [] : after)]
}

/** Where a list ends before its last item does: `…。以上任选其一`, `…；平台需提供…`. */
function listEnd({folded}: Reading, tokens: readonly Token[], hasApplicant: boolean): number {
  const last = tokens.findLastIndex(({kind}) => kind === 'marker')
  const leads = leadsIn(folded, tokens)
  for (let index = last + 1; index < tokens.length; index++) {
    if (!/^(?:feed|stop|semicolon)$/.test(tokens[index]?.kind ?? '')) continue
    if (leads[index + 1] || (hasApplicant && beginsCase(tokens, index + 1))) return index
  }
  return tokens.length
}

/** Cuts before each marker of the first one's style; other styles are lists within items. */
function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const [first] = tokens
  const style = first?.kind === 'marker' ? first.style : ''
  const items: Token[][] = []
  for (const token of tokens) {
    if (token.kind === 'marker' && token.style === style) items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}

/** Each item is one part, joined to the others by connectives at its ends. */
function readItems(
  reading: Reading,
  items: readonly (readonly Token[])[],
  isHeaded: boolean,
): readonly Part[] {
  const parts: Part[] = []
  let carried: Joint = null
  for (const item of items) {
    const {tokens, leading, trailing} = withoutJoints(item)
    const {node, tail} = readWithTail(reading, tokens)
    if (node) parts.push({...emptyPart, join: leading ?? carried, node, tail, isItem: true, isHeaded})
    carried = trailing
  }
  return parts
}

/** Gives what follows a label or the head of a list to it. Where nothing follows, it speaks of what stands above. */
function fillOpen(reading: Reading, parts: readonly Part[]) {
  const filled: Part[] = []
  let tail: Operator | null = null
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part?.isOpen) {
      if (part) filled.push(part)
      continue
    }
    let end = index + 1
    while (end < parts.length && !isNew(parts[end])) end++
    const node = combine(reading, parts.slice(index + 1, end), part.operator)
    index = end - 1
    if (node) filled.push({...emptyPart, join: part.join, node: part.when ? makeCase(part.when, node) : node})
    else if (part.operator && !part.when) tail = part.operator
    else filled.push(part)
  }
  return {filled, tail}
}

/** A part with an applicant or a list of its own does not belong to the label before it. */
function isNew(part: Part | undefined): boolean {
  return part === undefined || part.isOpen || part.node?.kind === 'cases'
}

interface Combined {
  readonly isItem: boolean
  readonly join: Joint
  readonly node: Node
}

/** Makes one node of parts. Where no word says how they are joined, all are asked for. */
function combine(reading: Reading, parts: readonly Part[], operator: Operator | null): Node | null {
  const nodes = attach(reading, parts)
  const own = parts.length > 1 ? (parts.at(-1)?.tail ?? null) : null
  const [only] = nodes
  if (!only) return null
  if (nodes.length === 1) return operator ? regroup(reading, only.node, operator) : only.node
  const labelled = asCases(reading, nodes)
  if (labelled) return labelled
  const merged = mergeCases(nodes)
  const [single] = merged
  if (single && merged.length === 1) return single.node
  return group(
    reading,
    merged.map(({join, node, isItem}) => ({
      join: join ?? 'list',
      node,
      isDoubtful: join === null && !isItem,
    })),
    operator ?? own,
  )
}

/** Gives remarks, conditions and `适用类别` to the part that they speak of. */
function attach(reading: Reading, parts: readonly Part[]): readonly Combined[] {
  const nodes: Combined[] = []
  let before: Part | null = null
  for (const part of parts) {
    const last = nodes.at(-1)
    const spoken = part.appliesTo ?? part.note ?? part.condition ?? part.when ?? remarkIn(reading, part)
    if (spoken && last) nodes[nodes.length - 1] = {...last, node: say(reading, last.node, part)}
    else if (spoken) before = before ?? part
    else if (part.node) {
      nodes.push({
        join: part.join,
        isItem: part.isItem,
        node: before ? say(reading, part.node, before) : part.node,
      })
      before = null
    }
  }
  const range = before && (before.node ?? before.appliesTo ?? before.note ?? before.condition ?? before.when)
  return range
    ? [...nodes, {join: null, isItem: false, node: before?.node ?? documentAt(reading.text, range)}]
    : nodes
}

/** Words that name no evidence, as a clause of their own: `有效期内`, `境外机构除外`. */
function remarkIn({folded}: Reading, {node, join, isHeaded}: Part): Range | null {
  if (node?.kind !== 'document' || join !== null || !node.isRequired || node.issuer !== null) return null
  const words = folded.slice(node.name.start, node.name.end)
  if (namesCopy(words)) return node.name
  return isHeaded || namesEvidence(words) ? null : node.name
}

function say(reading: Reading, node: Node, {appliesTo, note, condition, when, node: words}: Part): Node {
  if (appliesTo) return makeCase(appliesTo, node)
  const range = condition ?? note ?? when ?? words
  if (!range) return node
  const said = textAt(reading, range)
  const isAfter = range.start >= node.end
  const change = (term: TermNode): TermNode => ({
    ...term,
    ...(condition ? {condition: joinText(term.condition, said)} : {note: joinText(term.note, said)}),
    ...span([term, range]),
  })
  return isAfter ? mapLastTerm(node, change) : mapFirstTerm(node, change)
}

/** Without the label of a note. */
function textAt(reading: Reading, {start, end}: Range): string | null {
  const words = reading.text.slice(start, end)
  const label =
    /^(?:注|备注|说明|注意事项|注意|提示|温馨提示|特别说明|补充说明|備註|note)\s*[：:]\s*/i.exec(
      words,
    )?.[0] ?? ''
  return textOf(reading, [{kind: 'text', start: start + label.length, end}])
}

/** `道路运输《甲》；售票平台提供《乙》`: among cases, the words before a name are a case too. */
function asCases({text}: Reading, nodes: readonly Combined[]): Node | null {
  if (!nodes.some(({node}) => node.kind === 'cases')) return null
  const cases: CasesNode[] = []
  for (const {node} of nodes) {
    if (node.kind === 'cases') cases.push(node)
    else if (isTerm(node) && node.prefix !== null) {
      const before = text.slice(node.start, node.name.start).replace(/[《〈<＜\s]+$/, '')
      const when = {start: node.start, end: node.start + before.length, words: node.prefix}
      cases.push(makeCase(when, {...node, start: when.end, prefix: null, note: null}))
    } else return null
  }
  return makeCases(cases.flatMap((one) => one.cases))
}

function mergeCases(nodes: readonly Combined[]): readonly Combined[] {
  const merged: Combined[] = []
  for (const one of nodes) {
    const last = merged.at(-1)
    if (one.node.kind === 'cases' && last?.node.kind === 'cases' && one.join === null)
      merged[merged.length - 1] = {...last, node: makeCases([...last.node.cases, ...one.node.cases])}
    else merged.push(one)
  }
  return merged
}
