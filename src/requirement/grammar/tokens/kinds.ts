import type {Token} from './token.ts'

type Kinds = ReadonlySet<Token['kind']>

/** What stands between words and says nothing. */
export const blanks: Kinds = kinds('blank', 'feed')

/** What ends a clause, wherever it stands. */
export const clauseEnds: Kinds = kinds('feed', 'semicolon', 'stop')

/** Behind these a clause, or what a label leads to, begins. */
export const clauseOpeners: Kinds = kinds(...clauseEnds, 'comma', 'colon', 'marker')

/** Behind these `与` and `和` have nothing to join to what comes next. */
export const openersOfPreposition: Kinds = kinds(
  ...clauseOpeners,
  'or',
  'and',
  'verb',
  'enumeration',
  'blank',
)

/** What joins operands, where they are named. */
export const connectives: Kinds = kinds('or', 'and', 'but', 'enumeration', 'comma')

/** What joins a clause or an item to its neighbours, at its ends. */
export const joints: Kinds = kinds('or', 'and', 'comma', 'enumeration', ...clauseEnds, 'blank')

/** What says how many of a list are asked for. */
export const operators: Kinds = kinds('choice', 'each')

/** What no label holds. */
export const neverInLabel: Kinds = kinds(...clauseEnds, 'license', 'scope', 'contains', 'applies', 'marker')

/** What does not stand between an applicant and its verb or colon. */
export const neverInSubject: Kinds = kinds(
  ...clauseEnds,
  'comma',
  'enumeration',
  'license',
  'scope',
  'contains',
  'applies',
  'but',
  'example',
)

/** What stands before an applicant and does not name it. */
export const beforeSubject: Kinds = kinds('if', 'verb', 'blank')

/** What ends the name of an applicant in a label: it speaks of a list. */
export const afterSubject: Kinds = kinds(...operators, 'list')

/** Behind a name, what may lead to another applicant. */
export const beforeNextCase: Kinds = kinds('blank', 'enumeration', 'and', 'or')

/** What the heading of a list holds, beside words. */
export const inHeading: Kinds = kinds(...operators, 'verb', 'list', 'blank', 'enumeration')

/** What may stand before a heading that begins within a line. */
export const beforeHeading: Kinds = kinds('verb', 'blank', 'and', 'or')

/** What brackets round an operator hold besides: `（以下材料二选一）`. */
export const besideOperator: Kinds = kinds('text', 'list', 'verb', 'blank')

/** What stands before the words of a term and is none of them. */
export const beforeTerm: Kinds = kinds('verb', 'blank', 'feed', 'comma', 'colon')

/** What stands before the verb of a condition: `该许可证上须注明…`. */
export const beforeContains: Kinds = kinds('text', 'blank', 'verb', 'list')

/** What says something, and must be taken up by some part of the reading. */
export const meaningful: Kinds = kinds('text', 'quote', 'license', 'scope', 'contains', 'equals')

function kinds(...names: readonly Token['kind'][]): Kinds {
  return new Set(names)
}
