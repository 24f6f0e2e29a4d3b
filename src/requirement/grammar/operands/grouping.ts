import {makeList, regroup} from '../nodes/make-list.ts'
import {all, any, type Node, type Operator, type Reading} from '../syntax.ts'

/** How an operand is joined to the one before it. */
export type Join =
  | 'or'
  | 'and'
  /** `、`, `，` or nothing: it means what the connective of its list means. */
  | 'list'
  /** AND after a comma, looser than what stands before it. */
  | 'loose'

/** An operand that has been read. */
export interface Joined {
  readonly join: Join
  readonly node: Node
  /** Whether its join leaves open what it belongs to: a bare comma, or `、` after a condition. */
  readonly isDoubtful: boolean
}

/**
 * Groups operands: OR is loosest, but for AND after a comma. `、` means what the connective of its list means.
 * Where AND and OR meet, the result is ambiguous.
 */
export function group(reading: Reading, operands: readonly Joined[], operator: Operator | null): Node | null {
  if (operands.length === 0) return null
  const joins = operands.slice(1).map(({join}) => join)
  const hasOr = joins.includes('or')
  const hasAnd = joins.includes('and') || joins.includes('loose')
  if (operator && !(hasOr && hasAnd)) {
    const nodes = nodesOf(operands)
    return operator.kind === 'all' && hasOr
      ? regroup(reading, makeList(reading, any, nodes), operator)
      : makeList(reading, operator, nodes)
  }
  if (!hasOr) return makeList(reading, all, nodesOf(operands))
  const parts = divide(operands, (join) => join === 'loose')
  const other = parts.length > 1 ? orLoosest(reading, operands) : null
  return makeList(
    reading,
    all,
    parts.map((part) => choose(reading, part)),
    other,
  )
}

/** What is joined without "and" after a comma. */
function choose(reading: Reading, operands: readonly Joined[]): Node {
  const disjuncts = divide(operands, isOr)
  if (disjuncts.length === 1) return makeList(reading, all, nodesOf(operands))
  const holdsList = disjuncts.some(({length}) => length > 1)
  const isDoubtful =
    operands.slice(1).some(({isDoubtful, join}) => isDoubtful && (join !== 'or' || holdsList)) ||
    disjuncts.some((disjunct, index) => holdsAnd(disjunct) || (index > 0 && disjunct.length > 1))
  const nodes = disjuncts.flatMap((disjunct) =>
    holdsAnd(disjunct) ? [makeList(reading, all, nodesOf(disjunct))] : nodesOf(disjunct),
  )
  return makeList(reading, any, nodes, isDoubtful ? andLoosest(reading, operands) : null)
}

function holdsAnd(operands: readonly Joined[]): boolean {
  return operands.slice(1).some(({join}) => join === 'and')
}

/** The grouping in which OR parts the whole. */
function orLoosest(reading: Reading, operands: readonly Joined[]): Node {
  const parts = divide(operands, isOr)
  return makeList(
    reading,
    any,
    parts.map((part) => makeList(reading, all, nodesOf(part))),
  )
}

/** The grouping in which AND and `、` part the whole. */
function andLoosest(reading: Reading, operands: readonly Joined[]): Node {
  const parts = divide(operands, (join) => join !== 'or')
  return makeList(
    reading,
    all,
    parts.map((part) => makeList(reading, any, nodesOf(part))),
  )
}

function nodesOf(operands: readonly Joined[]): readonly Node[] {
  return operands.map(({node}) => node)
}

function isOr(join: Join): boolean {
  return join === 'or'
}

/** Cuts before each operand that is joined so. */
function divide(operands: readonly Joined[], isCut: (join: Join) => boolean): readonly (readonly Joined[])[] {
  const parts: Joined[][] = []
  for (const operand of operands) {
    const last = parts.at(-1)
    if (!last || isCut(operand.join)) parts.push([operand])
    else last.push(operand)
  }
  return parts
}
