import {hasHan} from '../../../text/cjk.ts'
import {namesBody} from '../lexicon/bodies.ts'
import {namesCopy, namesProperty} from '../lexicon/evidence.ts'
import {isCondition} from '../terms/conditions.ts'
import {isEvidence} from '../terms/evidence.ts'
import {holdsTerm, isName} from '../terms/names.ts'
import {firstWord, isBlank, textIn, trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import type {Join} from './grouping.ts'
import type {ChoiceCondition, ListedOperand} from './read-operands.ts'
import type {Segment} from './segments.ts'

/** Puts segments together to operands. */
export class Collector {
  readonly operands: ListedOperand[] = []
  readonly choiceConditions: ChoiceCondition[] = []
  readonly #folded: string
  /** Words that lead to the next name, or are a document by themselves. */
  #pending: Segment | undefined
  /** The condition that was met last, while text may still belong to it. */
  #condition: Token[] | undefined
  /** Whether that condition holds for a whole choice. */
  #isOnChoice = false

  constructor(folded: string) {
    this.#folded = folded
  }

  add(segment: Segment): void {
    const {tokens, hasName} = segment
    if (tokens.every(isBlank)) return
    const last = this.operands.at(-1)
    const isOnLast = last && !hasName && !this.#pending
    if (isOnLast && tokens[0]?.kind !== 'verb' && this.#addToCondition(segment, last)) return
    if (hasName && this.#pendingIsTerm(segment)) this.#endPending()
    if (hasName || this.#isTerm(segment, last)) this.#addOperand(segment)
    else if (isOnLast && !this.#leadsToNext(segment)) this.#addText(segment, last)
    else this.#pending = this.#withPending(segment)
  }

  /** Ends the list. Words that led to no name are text of the operand before them, else an operand themselves. */
  finish(): void {
    const last = this.operands.at(-1)
    if (this.#pending && last) this.#addText(this.#pending, last)
    // It is put behind itself, which takes the verb before it into its range.
    else if (this.#pending) this.#addOperand(this.#pending)
  }

  /** Whether a segment opens a condition or goes on with one: `、` within a condition is part of it. */
  #addToCondition(segment: Segment, last: ListedOperand): boolean {
    const {join, tokens, isBut, connective} = segment
    const isNew = isBut || isCondition(tokens)
    if (this.#condition && (join === 'list' || !isNew)) {
      for (const token of [...connective, ...tokens]) this.#condition.push(token)
      return true
    }
    if (isNew) this.#openCondition(segment, last)
    return isNew
  }

  /** `但…` holds for the whole choice before it, any other condition for the licence before it. */
  #openCondition({isBut, tokens}: Segment, last: ListedOperand): void {
    this.#condition = [...tokens]
    this.#isOnChoice = isBut
    if (isBut) this.choiceConditions.push({before: this.operands.length, tokens: this.#condition})
    else last.conditions.push(this.#condition)
  }

  /** `门店实景图或《租赁合同》`: words before 或 that lead to no name are a document. */
  #pendingIsTerm({connective, tokens}: Segment): boolean {
    const first = firstWord(tokens)
    const isDirect = isName(first) || first?.kind === 'verb'
    if (!this.#pending || !isDirect || this.#isBody(this.#pending.tokens)) return false
    return connective.some(({kind}) => kind === 'or' || kind === 'and')
  }

  #endPending(): void {
    const pending = this.#pending
    this.#pending = undefined
    if (pending) this.#addOperand(pending)
  }

  /** Whether it is something to hand in: by what it is called, or since it is what else may be handed in. */
  #isTerm({tokens, join}: Segment, last: ListedOperand | undefined): boolean {
    const words = textIn(this.#folded, trim(tokens))
    if (last?.hasName && namesCopy(words)) return false
    if (isEvidence(this.#folded, tokens) || holdsTerm(firstWord(tokens))) return true
    const isOther = join === 'or' && last !== undefined && !this.#pending
    return isOther && tokens.some(({kind}) => kind === 'text') && !namesBody(words) && !namesProperty(words)
  }

  #addOperand(segment: Segment): void {
    if (!this.#pending && this.#repeats(segment)) return
    const {join, tokens, connective} = this.#withPending(segment)
    const {own, suffix} = withoutSuffix(tokens)
    this.operands.push({
      join,
      hasName: tokens.some(isName),
      isDenied: tokens[0]?.kind === 'verb' && tokens[0].isDenial,
      tokens: own,
      conditions: suffix ? [suffix] : [],
      notes: [],
      repetitions: [],
      isDoubtful: this.#isBareComma(join, connective, tokens) || this.#mayBeCondition(join),
    })
    this.#isOnChoice = false
    this.#pending = undefined
    this.#condition = suffix
  }

  /** `《甲》 甲`: a name once more, with nothing between, is no other licence. */
  #repeats({connective, tokens}: Segment): boolean {
    const last = this.operands.at(-1)
    const [only, ...others] = trim(tokens)
    if (!last || !only || others.length > 0 || connective.length > 0) return false
    if (licenseIn(last.tokens) !== licenseIn([only])) return false
    last.repetitions.push(only)
    return true
  }

  /** In other languages than Chinese a comma is what `、` is there. */
  #isBareComma(join: Join, connective: readonly Token[], tokens: readonly Token[]): boolean {
    if ((join !== 'list' && join !== 'or') || !connective.some(({kind}) => kind === 'comma')) return false
    const words = textIn(this.#folded, tokens)
    return words.includes('《') || hasHan(words)
  }

  /** `《甲》经营范围含A、乙证书`: what comes after a condition may be part of it. */
  #mayBeCondition(join: Join): boolean {
    return this.#condition !== undefined && (join === 'list' || (join === 'or' && this.#isOnChoice))
  }

  /** Text that names nothing: what follows `且` must hold, the rest is a remark. */
  #addText({tokens, connective}: Segment, last: ListedOperand): void {
    if (trim(tokens).length === 0) return
    this.#pending = undefined
    const mustHold = connective.some(
      (token) => token.kind === 'and' && textIn(this.#folded, [token]).includes('且'),
    )
    if (mustHold) {
      this.#condition = [...tokens]
      last.conditions.push(this.#condition)
    } else if (last.hasName || last.conditions.length + last.notes.length > 0) last.notes.push([...tokens])
    else for (const token of [...connective, ...tokens]) last.tokens.push(token)
  }

  /** The segment behind what leads to it. Added to in place, since a long text may be one long lead. */
  #withPending(segment: Segment): Segment {
    if (!this.#pending) return segment
    for (const token of [...segment.connective, ...segment.tokens]) this.#pending.tokens.push(token)
    return this.#pending
  }

  /** `、所在地的中国人民银行及其派出机构备案的《甲》`: the name of a body leads to what comes after it. */
  #leadsToNext({tokens, connective}: Segment): boolean {
    return connective.length > 0 && !this.#condition && this.#isBody(tokens)
  }

  #isBody(tokens: readonly Token[]): boolean {
    return namesBody(textIn(this.#folded, trim(tokens)))
  }
}

function licenseIn(tokens: readonly Token[]): string | undefined {
  const license = tokens.find((token) => token.kind === 'license')
  return license?.words
}

/** `《甲》经营范围包含…`: a condition right after the name may go on behind a connective. */
function withoutSuffix(tokens: readonly Token[]): {readonly own: Token[]; readonly suffix?: Token[]} {
  const name = tokens.findIndex(isName)
  const after = tokens.slice(name + 1)
  if (name < 0 || !isCondition(after)) return {own: [...tokens]}
  return {own: tokens.slice(0, name + 1), suffix: after}
}
