import type {Range} from '../text/range.ts'
import type {CaseNode, CasesNode, ListNode, Node, Operator, Reading, Subject, TermNode} from './syntax.ts'

/**
 * Several operands as one list, with lists of the same kind within it taken in and repeated operands left out.
 *
 * @param other another grouping that the text allows.
 */
export function makeList(
  reading: Reading,
  {kind, count}: Operator,
  operands: readonly Node[],
  other: Node | null = null,
): Node {
  const flat =
    count > 1
      ? operands
      : operands.flatMap((operand) => (isSame(operand, kind) ? operand.operands : [operand]))
  const distinct = withoutRepetition(reading, flat)
  const [only] = distinct
  if (only && distinct.length === 1) return only
  const number = Math.min(count, distinct.length)
  if (kind === 'any' && number === distinct.length)
    return {kind: 'all', operands: distinct, count: 1, other, ...span(distinct)}
  return {kind, operands: distinct, count: number, other, ...span(distinct)}
}

/** A list within a list of the same kind, joined without doubt. */
function isSame(node: Node, kind: Operator['kind']): node is ListNode {
  return node.kind === kind && node.count === 1 && node.other === null
}

function withoutRepetition(reading: Reading, operands: readonly Node[]): readonly Node[] {
  const seen = new Set<string>()
  return operands.filter((operand) => {
    const key = isTerm(operand) ? termKey(operand) : undefined
    if (key === undefined) return true
    if (seen.has(key)) reading.rest.push(operand)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Of a term that says nothing beside its name; others may differ in more than they say. */
function termKey({kind, words, condition, issuer, aliases, note, isRequired}: TermNode): string {
  return JSON.stringify([kind, words, condition, issuer, aliases, note, isRequired])
}

export function isTerm(node: Node): node is TermNode {
  return node.kind === 'license' || node.kind === 'document'
}

/** Several cases as one node. Cases within each other stay apart. */
export function makeCases(cases: readonly CaseNode[]): CasesNode {
  return {kind: 'cases', cases, ...span(cases)}
}

export function makeCase(when: Subject, require: Node): CasesNode {
  const {start, end, words} = when
  return makeCases([{when: {start, end}, words, require, ...span([when, require])}])
}

/** From where the first begins to where the last ends. */
export function span(ranges: readonly Range[]): Range {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const range of ranges) {
    start = Math.min(start, range.start)
    end = Math.max(end, range.end)
  }
  return {start, end}
}

type Change = (term: TermNode) => TermNode

/** Changes the term that stands first in a node, and the ranges around it. */
export function mapFirstTerm(node: Node, change: Change): Node {
  return mapTermAt(node, () => 0, change)
}

/** Changes the term that stands last in a node, and the ranges around it. */
export function mapLastTerm(node: Node, change: Change): Node {
  return mapTermAt(node, ({length}) => length - 1, change)
}

function mapTermAt(node: Node, indexIn: (parts: readonly unknown[]) => number, change: Change): Node {
  if (isTerm(node)) return change(node)
  if (node.kind === 'cases') {
    const cases = node.cases.map((one, index) => {
      if (index !== indexIn(node.cases)) return one
      const require = mapTermAt(one.require, indexIn, change)
      return {...one, require, ...span([one, require])}
    })
    return makeCases(cases)
  }
  const operands = node.operands.map((operand, index) =>
    index === indexIn(node.operands) ? mapTermAt(operand, indexIn, change) : operand,
  )
  return {...node, operands, ...span(operands)}
}

/** Changes every term of a node. */
export function mapTerms(node: Node, change: (term: TermNode) => TermNode): Node {
  if (isTerm(node)) return change(node)
  if (node.kind === 'cases') {
    return {...node, cases: node.cases.map((one) => ({...one, require: mapTerms(one.require, change)}))}
  }
  return {...node, operands: node.operands.map((operand) => mapTerms(operand, change))}
}

/** What a word before or after a list says of `、` within it. */
export function regroup(node: Node, {kind, count}: Operator): Node {
  if ((node.kind !== 'all' && node.kind !== 'any') || node.other || node.kind === kind) return node
  if (kind === 'any' && node.kind === 'all') {
    const number = Math.min(count, node.operands.length)
    return number === node.operands.length ? node : {...node, kind, count: number}
  }
  return node
}

/** Joins two remarks. */
export function joinText(first: string | null, second: string | null): string | null {
  return first && second ? `${first}；${second}` : (first ?? second)
}
