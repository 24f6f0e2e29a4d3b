import type {Range} from '../text/range.ts'
import type {ListNode, Node} from './grammar/syntax.ts'
import {toExpression} from './grammar/to-expression.ts'
import {outlineRequirement} from './print.ts'

/** A place where a text allows two groupings. */
export interface Ambiguity extends Range {
  /** How it is read, and how else it could be: `（《甲》且《乙》）或《丙》`. */
  readonly reading: string
  readonly other: string
}

/** The ambiguous places of a reading, in the order of the text. */
export function ambiguitiesIn(node: Node): readonly Ambiguity[] {
  if (node.kind === 'cases') return node.cases.flatMap(({require}) => ambiguitiesIn(require))
  if (node.kind !== 'all' && node.kind !== 'any') return []
  const within = node.operands.flatMap(ambiguitiesIn)
  return node.other ? [ambiguity(node, node.other), ...within] : within
}

function ambiguity(node: ListNode, other: Node): Ambiguity {
  const {start, end} = node
  return {start, end, reading: outline(node), other: outline(other)}
}

function outline(node: Node): string {
  return outlineRequirement(toExpression(node, () => ({})))
}
