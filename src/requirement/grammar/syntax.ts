import type {Range} from '../../text/range.ts'
import type {Token} from './tokens/token.ts'

/** What a qualification text asks for, with the place of every part. A part lies within the one that it is part of. */
export type Node = TermNode | ListNode | CasesNode

export interface TermNode extends Range {
  readonly kind: 'license' | 'document'
  /** The licence's name or the document's description, as written. */
  readonly name: Range
  /** The name, normalised. */
  readonly words: string
  readonly condition: string | null
  readonly issuer: string | null
  readonly aliases: readonly string[]
  /** What the text says before the name. */
  readonly prefix: string | null
  readonly note: string | null
  readonly need: Need
}

export type Need =
  | 'required'
  /** Asked for only of those who have it (`如有`). */
  | 'ifAny'
  /** Not asked for (`无需提供`). */
  | 'waived'

export function isTerm(node: Node): node is TermNode {
  return node.kind === 'license' || node.kind === 'document'
}

export interface ListNode extends Range {
  readonly kind: 'all' | 'any'
  readonly operands: readonly Node[]
  /** How many of them are asked for. */
  readonly count: number
  /** Another grouping that the text allows. */
  readonly other: Node | null
}

export interface CasesNode extends Range {
  readonly kind: 'cases'
  readonly cases: readonly CaseNode[]
}

export interface CaseNode extends Range {
  /** The applicant or kind of service. */
  readonly when: Range
  /** The same, normalised. */
  readonly words: string
  readonly require: Node
}

/** An applicant or kind of service: where it is named, and its normalised name. */
export interface Subject extends Range {
  readonly words: string
}

/** How the items of a list are joined, where a word for the whole list says so. */
export interface Operator {
  readonly kind: 'all' | 'any'
  /** How many are asked for. */
  readonly count: number
  /** Out of how many, where that is said. */
  readonly total: number | null
}

export const all: Operator = {kind: 'all', count: 1, total: null}
export const any: Operator = {kind: 'any', count: 1, total: null}

/** What one reading of a text is carried out with. */
export interface Reading {
  readonly text: string
  /** With one form of each word, as the words of the grammar are compared. */
  readonly folded: string
  /** Stretches that say nothing of their own: words that lead to a list, names that are repeated. */
  readonly rest: Range[]
  /** Reads what brackets hold. */
  readonly readNested: (reading: Reading, tokens: readonly Token[]) => Node | null
}
