import {isLeading, operatorIn} from './labels.ts'
import {isName} from './names.ts'
import {holdsTerm, isConnective} from './operands.ts'
import type {Token} from './tokens.ts'

/** Cuts at `；`, `。`, line feeds, before the head of a list, and before a new applicant. */
export function splitClauses(folded: string, tokens: readonly Token[]): readonly Clause[] {
  const leads = leadsIn(folded, tokens)
  const clauses: Clause[] = [new Clause()]
  for (const [index, token] of tokens.entries()) {
    const clause = clauses.at(-1)
    if (!clause) break
    const isEnd = /^(?:semicolon|stop|feed)$/.test(token.kind) && !(token.kind === 'feed' && clause.goesOn)
    const isCut = isEnd || clause.endsAt(tokens, index)
    if (isCut || (isConnective(token) && leads[index + 1])) {
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
      this.#isDenied = token.negative
      this.#hasCase ||= this.#last?.kind === 'text' && !this.#hasName
    }
    if (token.kind === 'colon') this.#hasCase ||= !this.#hasName
    if (isName(token) || holdsTerm(token)) this.#hasName = true
    if (token.kind !== 'blank' && token.kind !== 'feed') this.#last = token
    this.tokens.push(token)
  }

  /** Whether the clause ends before a token: a comma before a new applicant, and among cases less than a comma. */
  endsAt(tokens: readonly Token[], index: number): boolean {
    const token = tokens[index]
    if (token?.kind === 'comma') {
      if (this.#isApplied || this.#isConditional) return false
      const next = tokens[index + 1]
      const isExcluded = next?.kind === 'verb' && next.negative
      return this.#isDenied || isExcluded || next?.kind === 'example' || beginsCase(tokens, index + 1)
    }
    const isAfterName = this.#last !== undefined && (isName(this.#last) || holdsTerm(this.#last))
    if (!this.#hasCase || !isAfterName || this.#isApplied) return false
    if (token?.kind === 'text') return beginsCase(tokens, index, 'colon')
    return /^(?:blank|enumeration|and|or)$/.test(token?.kind ?? '') && beginsCase(tokens, index + 1)
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
    if (
      /^(?:license|feed|semicolon|stop|comma|scope|contains|but|applies|enumeration|example)$/.test(
        token.kind,
      )
    )
      return false
    if ((token.kind === 'and' || token.kind === 'or') && !hasSubject) return false
    if (token.kind === 'text') hasSubject = true
  }
  return false
}

/**
 * For each place, whether what follows up to the end of the clause is the head of a list: `以下二选一：` in
 * `《甲》，以及以下二选一：`.
 */
export function leadsIn(folded: string, tokens: readonly Token[]): readonly boolean[] {
  const leads: boolean[] = []
  let isPossible = true
  let isHead = false
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) continue
    // `注：以上任选其一`
    const isNote = token.kind === 'note' || (token.kind === 'colon' && tokens[index - 1]?.kind === 'note')
    if (!isNote && /^(?:feed|stop|semicolon|colon)$/.test(token.kind)) {
      isPossible = true
      isHead = false
    } else if (token.kind === 'list' || operatorIn([token]) !== null) isHead = true
    else if (token.kind === 'text') isPossible &&= isLeading(folded.slice(token.start, token.end))
    else isPossible &&= isNote || /^(?:verb|blank|and|or)$/.test(token.kind)
    leads[index] = isPossible && isHead
  }
  return leads
}
