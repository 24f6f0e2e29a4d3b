import {isCondition} from '../terms/conditions.ts'
import {isEvidence} from '../terms/evidence.ts'
import {holdsTerm, isName} from '../terms/names.ts'
import {connectives} from '../tokens/kinds.ts'
import {firstWord, isBlank} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'
import type {Join} from './grouping.ts'

/** Tokens between two connectives. */
export interface Segment {
  readonly join: Join
  /** The connective itself, which is text where it turns out to join nothing. */
  readonly connective: readonly Token[]
  readonly tokens: Token[]
  /** Whether `但` stands before it. */
  readonly isBut: boolean
  /** Whether a licence or document is named in it. */
  readonly hasName: boolean
}

/** Cuts a clause at its connectives, and where an operand begins without one: `《甲》《乙》`. */
export function segmentsOf(folded: string, tokens: readonly Token[]): readonly Segment[] {
  const segments: SegmentReader[] = []
  let current = new SegmentReader(folded)
  for (const token of tokens) {
    const isConnective = connectives.has(token.kind)
    if (isConnective ? current.isBegun : current.isEndedBy(token)) {
      segments.push(current)
      current = new SegmentReader(folded)
      if (token.kind === 'verb') current.joinBy(token)
    }
    if (isConnective) current.connect(token)
    else current.add(token)
  }
  return [...segments, current]
}

/** A segment that is still being read, and what has been met in it. */
class SegmentReader implements Segment {
  join: Join = 'list'
  isBut = false
  isBegun = false
  hasName = false
  readonly connective: Token[] = []
  readonly tokens: Token[] = []
  readonly #folded: string
  #hasEquals = false
  #hasComma = false

  constructor(folded: string) {
    this.#folded = folded
  }

  connect(token: Token): void {
    if (token.kind === 'or') this.join = 'or'
    else if (token.kind === 'and' || token.kind === 'but') this.#joinByAnd()
    this.isBut ||= token.kind === 'but'
    this.#hasComma ||= token.kind === 'comma'
    this.connective.push(token)
  }

  /** A verb that begins it without a connective. */
  joinBy({isAlternative}: TokenOf<'verb'>): void {
    this.join = isAlternative ? 'or' : 'and'
  }

  #joinByAnd(): void {
    if (this.#hasComma) this.join = 'loose'
    else if (this.join !== 'or') this.join = 'and'
  }

  add(token: Token): void {
    if (!this.isBegun && token.kind === 'verb' && this.join === 'list' && this.connective.length > 0)
      this.join = token.isAlternative ? 'or' : 'loose'
    this.isBegun ||= !isBlank(token)
    this.hasName ||= isName(token)
    this.#hasEquals ||= token.kind === 'equals'
    this.tokens.push(token)
  }

  /** Whether a new operand begins without a connective: `《甲》《乙》`, `《甲》同时提供《乙》`. */
  isEndedBy(token: Token): boolean {
    if (!this.isBegun) return false
    if (token.kind === 'verb') {
      const opensMore = token.isAddition || token.isAlternative || token.isDenial
      return opensMore && (this.#hasTerm() || isEvidence(this.#folded, this.tokens))
    }
    if (token.kind !== 'license' || this.#hasEquals) return false
    return this.#hasTerm() || (this.tokens.at(-1)?.kind === 'blank' && isCondition(this.tokens))
  }

  #hasTerm(): boolean {
    return this.hasName || holdsTerm(firstWord(this.tokens))
  }
}
