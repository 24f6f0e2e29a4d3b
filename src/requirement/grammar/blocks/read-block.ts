import {emptyPart, type Part} from '../clauses/part.ts'
import {readClauses} from '../clauses/read-clauses.ts'
import {makeCaseIf} from '../nodes/cases.ts'
import {type Joint, withoutJoints} from '../operands/joints.ts'
import type {List} from '../operands/read-list.ts'
import type {Node, Operator, Reading} from '../syntax.ts'
import type {Token} from '../tokens/token.ts'
import {combine} from './combine.ts'
import {itemsOf, listEnd, sectionsOf} from './sections.ts'

/** Reads lines, lists and clauses as one expression; null where they ask for nothing. */
export function readBlock(reading: Reading, tokens: readonly Token[]): Node | null {
  return readWithTail(reading, tokens).node
}

/** The same, with an operator at the end that speaks of what stands before. */
function readWithTail(reading: Reading, tokens: readonly Token[]): List {
  const parts = sectionsOf(tokens).flatMap((section) => readSection(reading, section))
  const {filled, operator} = fillHeads(reading, parts)
  const own = filled.length === 1 ? (filled[0]?.tail ?? null) : null
  return {node: combine(reading, filled, operator), tail: own}
}

/** Clauses, then perhaps a list. */
function readSection(reading: Reading, tokens: readonly Token[]): readonly Part[] {
  const first = tokens.findIndex(({kind}) => kind === 'marker')
  if (first < 0) return readClauses(reading, tokens)
  const above = readClauses(reading, tokens.slice(0, first))
  const last = above.at(-1)
  const head = last?.isHead ? last : null
  const end = first + listEnd(reading, tokens.slice(first), head !== null && head.when !== null)
  const below = readClauses(reading, tokens.slice(end))
  const operatorBelow = operatorOfList(below)
  const items = readItems(reading, itemsOf(tokens.slice(first, end)), head !== null)
  const node = combine(reading, items, head?.operator ?? operatorBelow)
  // What stands below an empty list is left to the end, which finds that nothing took it up.
  if (!node) return above
  const list = {...emptyPart, join: head?.join ?? null, node: makeCaseIf(head?.when ?? null, node)}
  return [...(head ? above.slice(0, -1) : above), list, ...(operatorBelow ? [] : below)]
}

/** `以上任选其一` below a list. */
function operatorOfList([only, ...others]: readonly Part[]): Operator | null {
  return only && others.length === 0 && !only.node && !only.when ? only.operator : null
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
    const {tokens, before, after} = withoutJoints(item)
    const {node, tail} = readWithTail(reading, tokens)
    if (node) parts.push({...emptyPart, join: before ?? carried, node, tail, isItem: true, isHeaded})
    carried = after
  }
  return parts
}

/** Gives what follows a head to it. One with an operator and nothing below speaks of what stands above. */
function fillHeads(reading: Reading, parts: readonly Part[]) {
  const filled: Part[] = []
  let operator: Operator | null = null
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part?.isHead) {
      if (part) filled.push(part)
      continue
    }
    let end = index + 1
    while (end < parts.length && !isApart(parts[end])) end++
    const node = combine(reading, parts.slice(index + 1, end), part.operator)
    index = end - 1
    if (node) filled.push({...emptyPart, join: part.join, node: makeCaseIf(part.when, node)})
    else if (part.operator && !part.when) operator = part.operator
    else filled.push(part)
  }
  return {filled, operator}
}

/** A head, or a part with an applicant of its own, does not belong to the head before it. */
function isApart(part: Part | undefined): boolean {
  return part === undefined || part.isHead || part.node?.kind === 'cases'
}
