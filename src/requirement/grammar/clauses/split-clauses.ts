import type {Reading} from '../syntax.ts'
import {holdsTerm, isName} from '../terms/names.ts'
import {beforeNextCase, blanks, clauseEnds, connectives, neverInSubject} from '../tokens/kinds.ts'
import type {Token} from '../tokens/token.ts'
import {headingStarts} from './headings.ts'

/** Cuts at `；`, `。`, line feeds, before the heading of a list, and before a new applicant. */
export function splitClauses(reading: Reading, tokens: readonly Token[]): readonly Clause[] {
  const headings = headingStarts(reading, tokens)
  const clauses: Clause[] = [new Clause()]
  for (const [index, token] of tokens.entries()) {
    const clause = clauses.at(-1)
    if (!clause) break
    const isEnd = clauseEnds.has(token.kind) && !(token.kind === 'feed' && clause.goesOn)
    const isCut = isEnd || clause.endsAt(tokens, index)
    if (isCut || (connectives.has(token.kind) && headings[index + 1])) {
      const isInner = token.kind === 'comma' && tokens[index + 1]?.kind === 'if'
      const isDropped = isEnd || token.kind === 'comma' || token.kind === 'blank'
      clauses.push(new Clause(isDropped ? [] : [token], isInner))
    } else clause.add(token)
  }
  return clauses
}

/** A clause that is still being read, and what has been met in it. */
class Clause {
  readonly tokens: Token[]
  /** Whether it is a case behind a comma. */
  readonly isInner: boolean
  /** Whether it names an applicant or another case. */
  #hasCase = false
  #hasName = false
  #isConditional = false
  #isApplied = false
  #isDenied = false
  #last: Token | undefined

  constructor(tokens: Token[] = [], isInner = false) {
    this.tokens = tokens
    this.isInner = isInner
  }

  /** `《甲》、` at the end of a line: the list goes on below. */
  get goesOn(): boolean {
    return this.#last?.kind === 'enumeration' || this.#last?.kind === 'comma'
  }

  add(token: Token): void {
    if (token.kind === 'applies') this.#isApplied = true
    if (token.kind === 'if' && this.#last === undefined) this.#isConditional = true
    if (token.kind === 'comma') this.#isConditional = false
    if (token.kind === 'verb') {
      this.#isDenied = token.isDenial
      this.#hasCase ||= this.#last?.kind === 'text' && !this.#hasName
    }
    if (token.kind === 'colon') this.#hasCase ||= !this.#hasName
    if (isName(token) || holdsTerm(token)) this.#hasName = true
    if (!blanks.has(token.kind)) this.#last = token
    this.tokens.push(token)
  }

  /** Whether the clause ends before a token: a comma before a new applicant, and among cases less than a comma. */
  endsAt(tokens: readonly Token[], index: number): boolean {
    const token = tokens[index]
    if (token?.kind === 'comma') {
      if (this.#isApplied || this.#isConditional) return false
      const next = tokens[index + 1]
      const isExcluded = next?.kind === 'verb' && next.isDenial
      return (
        this.#isDenied ||
        isExcluded ||
        next?.kind === 'example' ||
        beginsCase(tokens, index + (next?.kind === 'or' ? 2 : 1))
      )
    }
    const isAfterName = this.#last !== undefined && (isName(this.#last) || holdsTerm(this.#last))
    if (!this.#hasCase || !isAfterName || this.#isApplied) return false
    if (token?.kind === 'text') return beginsCase(tokens, index, 'colon')
    return token !== undefined && beforeNextCase.has(token.kind) && beginsCase(tokens, index + 1)
  }
}

/** Whether an applicant with a verb or a colon of its own comes next, up to the next comma. */
export function beginsCase(tokens: readonly Token[], from: number, by: 'colon' | 'any' = 'any'): boolean {
  let hasSubject = false
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]
    if (!token) return false
    if (token.kind === 'if' && !hasSubject) return by === 'any'
    if (token.kind === 'colon') return hasSubject
    if (token.kind === 'verb')
      return hasSubject && by === 'any' && (token.isFull || tokens[index + 1]?.kind === 'license')
    if (neverInSubject.has(token.kind)) return false
    if ((token.kind === 'and' || token.kind === 'or') && !hasSubject) return false
    if (token.kind === 'text') hasSubject = true
  }
  return false
}
