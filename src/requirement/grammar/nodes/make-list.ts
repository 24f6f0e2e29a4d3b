import {
  all,
  any,
  isTerm,
  type ListNode,
  type Node,
  type Operator,
  type Reading,
  type TermNode,
} from '../syntax.ts'
import {span} from './span.ts'

/**
 * Several operands as one list, with lists of the same kind within it taken in and repeated operands left out.
 *
 * @param other another grouping that the text allows.
 */
export function makeList(
  reading: Reading,
  {kind, count, total}: Operator,
  operands: readonly Node[],
  other: Node | null = null,
): Node {
  const isFlat = count === 1
  const flat = operands.flatMap((operand) => (isFlat && isSame(operand, kind) ? operand.operands : [operand]))
  const distinct = withoutRepetition(reading, flat)
  const [only] = distinct
  if (only && distinct.length === 1) return only
  const number = Math.min(count, distinct.length)
  if (number > 1 && sizeOf(distinct, number) > mostTerms)
    return makeList(reading, all, distinct, makeList(reading, any, distinct))
  const isAll = kind === 'all' || number === distinct.length
  // A count that does not fit the list leaves open what it counts.
  const misfit =
    (total !== null && total !== operands.length) || count > operands.length
      ? opposite(distinct, isAll)
      : null
  const doubt = other ?? misfit
  return {
    kind: isAll ? 'all' : 'any',
    operands: isAll ? distinct : distinct.map(asAlternative),
    count: isAll ? 1 : number,
    other: doubt,
    ...span(distinct),
  }
}

/** `《甲》或《乙》（如有）`: one of several ways is asked for like the others, or the choice would ask for nothing. */
function asAlternative(node: Node): Node {
  return isTerm(node) && node.need === 'ifAny' ? {...node, need: 'required'} : node
}

/** What a word before or after a list says of `、` within it. */
export function regroup(reading: Reading, node: Node, operator: Operator): Node {
  if ((node.kind !== 'all' && node.kind !== 'any') || node.other || node.kind === operator.kind) return node
  // `《甲》或《乙》缺一不可`: the words contradict each other.
  if (node.kind === 'any') return {...node, other: opposite(node.operands, false)}
  return makeList(reading, operator, node.operands)
}

function opposite(operands: readonly Node[], isAll: boolean): ListNode {
  return {kind: isAll ? 'any' : 'all', operands, count: 1, other: null, ...span(operands)}
}

/** A choice of several out of a list is stated as all its ways. More terms than this are too many to state. */
const mostTerms = 1000

/** How many terms there are in all ways to choose so many of the nodes. */
function sizeOf(nodes: readonly Node[], count: number): number {
  const terms = nodes.reduce((sum, node) => sum + termsIn(node), 0)
  let ways = 1
  for (let step = 1; step < count && ways <= mostTerms; step++) ways = (ways * (nodes.length - step)) / step
  return Math.ceil(ways) * terms
}

function termsIn(node: Node): number {
  if (isTerm(node)) return 1
  if (node.kind === 'cases') return node.cases.reduce((sum, {require}) => sum + termsIn(require), 0)
  return sizeOf(node.operands, node.count)
}

/** A list within a list of the same kind, joined without doubt. */
function isSame(node: Node, kind: Operator['kind']): node is ListNode {
  return node.kind === kind && node.count === 1 && node.other === null
}

function withoutRepetition(reading: Reading, operands: readonly Node[]): readonly Node[] {
  const seen = new Set<string>()
  const distinct: Node[] = []
  for (const operand of operands) {
    const key = isTerm(operand) ? termKey(operand) : undefined
    if (key !== undefined && seen.has(key)) reading.rest.push(operand)
    else distinct.push(operand)
    if (key !== undefined) seen.add(key)
  }
  return distinct
}

/** Terms with the same key ask for the same. */
function termKey({kind, words, condition, issuer, aliases, note, need}: TermNode): string {
  return JSON.stringify([kind, words, condition, issuer, aliases, note, need])
}
