import {continuesApplicant, endsApplicant, namesNobody} from '../lexicon/applicants.ts'
import {isWriter} from '../lexicon/bodies.ts'
import {namesEvidence} from '../lexicon/evidence.ts'
import {isFiller} from '../lexicon/fillers.ts'
import type {Reading} from '../syntax.ts'
import {holdsTerm, isName} from '../terms/names.ts'
import {rangeOf, textIn, trim} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'

/** Who or what a clause speaks of, before what is asked for. */
export interface FoundSubject {
  readonly kind:
    | 'applicant'
    /** `您`, `根据《…办法》`: it distinguishes nobody. */
    | 'address'
    /** `如有` */
    | 'optional'
  readonly subject: readonly Token[]
  /** The verb after it. */
  readonly verb: TokenOf<'verb'> | null
  /** Where what is asked for begins, the verb included. */
  readonly from: number
  readonly isIf: boolean
}

/** Finds the subject that a clause begins with: `旅行社需提供…`, `如涉及食品，需提供…`, `若为企业，《营业执照》`. */
export function findSubject(reading: Reading, words: readonly Token[]): FoundSubject | null {
  const isIf = words[0]?.kind === 'if'
  const at = verbAfterSubject(reading.folded, words, isIf)
  const verb = words[at]
  if (at > 0 && verb?.kind === 'verb') {
    const subject = withoutComma(trim(words.slice(isIf ? 1 : 0, at)))
    const kind = subject.length > 0 ? kindOf(reading, subject, isIf) : null
    return kind && {kind, subject, verb, from: at, isIf}
  }
  const comma = isIf ? words.findIndex(({kind}) => kind === 'comma') : -1
  if (comma < 2) return null
  return {kind: 'applicant', subject: trim(words.slice(1, comma)), verb: null, from: comma + 1, isIf}
}

/** The verb before the first name; among several the one right before it, in a text without a name the first. */
function verbAfterSubject(folded: string, words: readonly Token[], isIf: boolean): number {
  const name = words.findIndex(
    (token, index) => (isName(token) || holdsTerm(token)) && !isRelative(folded, words, index),
  )
  const limit = name < 0 ? words.length : name
  let found = -1
  for (let index = 0; index < limit; index++) {
    const token = words[index]
    if (token?.kind === 'comma' && !isIf && found < 0 && !isAfterApplicant(folded, token)) return -1
    if (token?.kind === 'scope' || token?.kind === 'contains' || token?.kind === 'colon') break
    if (token?.kind !== 'verb') continue
    found = index
    if (name < 0 && index > 0) return index
  }
  return found
}

/** `已取得《甲》的商户提供…`: a name that tells who is meant, before the verb of the clause. */
function isRelative(folded: string, words: readonly Token[], index: number): boolean {
  const after = words[index + 1]
  const isTold = after?.kind === 'text' && continuesApplicant(textIn(folded, [after]))
  return isTold && words.slice(index + 2, index + 5).some(({kind}) => kind === 'verb')
}

/** `涉及食品的，需提供…`, `成立满两年的企业，需提供…` */
function isAfterApplicant(folded: string, {start}: Token): boolean {
  return endsApplicant(folded.slice(Math.max(0, start - 4), start))
}

function withoutComma(tokens: readonly Token[]): readonly Token[] {
  return trim(tokens.at(-1)?.kind === 'comma' ? tokens.slice(0, -1) : tokens)
}

/** Null where the words are no subject: evidence is handed in, and `公安局出具` names who issues it. */
function kindOf({folded}: Reading, subject: readonly Token[], isIf: boolean): FoundSubject['kind'] | null {
  const {start, end} = rangeOf(subject)
  const words = folded.slice(start, end)
  if (isIf) return /^(?:有|适用)$/.test(words) ? 'optional' : 'applicant'
  if (subject.every(({kind}) => kind === 'and' || kind === 'or' || kind === 'blank')) return null
  if (namesNobody(words) || isFiller(words) || subject.every(({kind}) => kind === 'list' || kind === 'but'))
    return 'address'
  const isIssuer = isWriter(words, folded.slice(end, end + 8).trimStart())
  return namesEvidence(words) || isIssuer ? null : 'applicant'
}
