import {namesBody, namesCopy, namesEvidence} from './evidence.ts'
import type {Join} from './grouping.ts'
import {operatorIn} from './labels.ts'
import {isName} from './names.ts'
import {type Operator, type Reading, rangeOf, trim} from './syntax.ts'
import {isCondition, isOtherName, type Operand} from './terms.ts'
import type {Token} from './tokens.ts'

/** Tokens between two connectives. */
interface Segment {
  readonly join: Join
  /** The connective itself, which is text where it turns out to join nothing. */
  readonly connective: readonly Token[]
  readonly tokens: Token[]
  readonly isBut: boolean
  /** Whether a licence or document is named in it. */
  readonly hasName: boolean
}

/** An operand that is still being read. */
export interface OpenOperand extends Operand {
  readonly join: Join
  readonly tokens: Token[]
  readonly conditions: Token[][]
  readonly notes: Token[][]
  readonly repetitions: Token[]
  /** Whether a licence or document is named in it. */
  readonly hasName: boolean
  /** Whether the verb before it says that it is not asked for. */
  readonly isDenied: boolean
  /** Whether its join leaves open what it belongs to: a bare comma, or `、` after a condition. */
  readonly isDoubtful: boolean
}

/** What a clause lists. */
export interface OperandList {
  readonly operands: readonly OpenOperand[]
  /** A condition on the operands before that index. */
  readonly choiceConditions: readonly {readonly before: number; readonly tokens: readonly Token[]}[]
  readonly operator: Operator | null
}

/** Divides a clause at the connectives that join licences or documents. All other connectives are text. */
export function readOperands(reading: Reading, folded: string, tokens: readonly Token[]): OperandList {
  const {rest, operator} = takeOperator(reading, withBrackets(tokens))
  const collector = new Collector(folded)
  for (const segment of segmentsOf(rest, folded)) collector.add(segment)
  return {...collector.finish(), operator}
}

/** `《甲》（或《乙》）`: brackets after a name that name more are one operand with it. */
function withBrackets(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(holdsTerm)) return tokens
  const wrapped: Token[] = []
  let from = 0
  let hasName = false
  let made: Token[] | undefined
  for (const token of tokens) {
    const mayGoOn = hasName || (wrapped.length > from && goesOn(token))
    if (mayGoOn && token.kind === 'group' && holdsTerm(token)) {
      made ??= wrapped.splice(from)
      for (const inner of token.inner) made.push(inner)
      wrapped[from] = {kind: 'group', start: made[0]?.start ?? token.start, end: token.end, inner: made}
      continue
    }
    wrapped.push(token)
    if (token.kind === 'license') hasName = true
    if (isConnective(token) || token.kind === 'verb') {
      hasName = false
      made = undefined
      from = wrapped.length
    }
  }
  return wrapped
}

/** `品牌授权链路（或《品牌授权书》）` */
function goesOn(token: Token): boolean {
  const first = token.kind === 'group' ? firstWord(token.inner) : undefined
  return first?.kind === 'or' || first?.kind === 'and'
}

/** `二选一`, `均需提供` and their like hold for the whole clause. */
function takeOperator(reading: Reading, tokens: readonly Token[]) {
  let operator: Operator | null = null
  const last = tokens.at(-1)
  const rest = tokens.filter((token) => {
    // `甲、乙均需提供`
    const found = operatorOf(token) ?? (token === last ? operatorIn([token]) : null)
    if (!found) return true
    operator ??= found
    reading.rest.push(token)
    return false
  })
  return {rest, operator: operator as Operator | null}
}

function operatorOf(token: Token): Operator | null {
  if (token.kind === 'choice' || token.kind === 'each') return operatorIn([token])
  if (token.kind !== 'group') return null
  const inner = trim(token.inner)
  const [first] = inner.map(operatorOf).filter((found) => found !== null)
  return first &&
    inner.every((part) => operatorOf(part) !== null || /^(?:text|list|verb|blank)$/.test(part.kind))
    ? first
    : null
}

function segmentsOf(tokens: readonly Token[], folded: string): readonly Segment[] {
  const segments: Segment[] = []
  let current = new OpenSegment(folded)
  for (const token of tokens) {
    if (isConnective(token)) {
      if (current.isBegun) {
        segments.push(current)
        current = new OpenSegment(folded)
      }
      current.connect(token)
    } else if (current.isEndedBy(token)) {
      segments.push(current)
      current = new OpenSegment(folded)
      current.add(token)
      if (token.kind === 'verb') current.join = token.isOption ? 'or' : 'and'
    } else current.add(token)
  }
  return [...segments, current]
}

/** A segment that is still being read, and what has been met in it. */
class OpenSegment implements Segment {
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

  #joinByAnd(): void {
    if (this.#hasComma) this.join = 'loose'
    else if (this.join !== 'or') this.join = 'and'
  }

  add(token: Token): void {
    if (!this.isBegun && token.kind === 'verb' && this.join === 'list' && this.connective.length > 0)
      this.join = token.isOption ? 'or' : 'loose'
    this.isBegun ||= token.kind !== 'blank' && token.kind !== 'feed'
    this.hasName ||= isName(token)
    this.#hasEquals ||= token.kind === 'equals'
    this.tokens.push(token)
  }

  /** Whether a new operand begins without a connective: `《甲》《乙》`, `《甲》同时提供《乙》`. */
  isEndedBy(token: Token): boolean {
    if (!this.isBegun) return false
    const hasTerm = this.hasName || holdsTerm(firstWord(this.tokens))
    if (token.kind === 'verb')
      return (
        (token.adds || token.isOption || token.negative) && (hasTerm || isEvidence(this.tokens, this.#folded))
      )
    if (token.kind !== 'license' || this.#hasEquals) return false
    return hasTerm || (this.tokens.at(-1)?.kind === 'blank' && isCondition(this.tokens))
  }
}

export function isConnective({kind}: Token): boolean {
  return kind === 'or' || kind === 'and' || kind === 'enumeration' || kind === 'comma' || kind === 'but'
}

function firstWord(tokens: readonly Token[]): Token | undefined {
  return tokens.find(({kind}) => kind !== 'blank' && kind !== 'feed')
}

function isEvidence(tokens: readonly Token[], folded: string): boolean {
  let end = tokens.length
  while (isBlank(tokens[end - 1])) end--
  // A bracket after the words does not change what they name.
  if (tokens[end - 1]?.kind === 'group' && end > 1) end--
  const last = tokens[end - 1]?.end ?? 0
  return namesEvidence(folded.slice(Math.max(tokens[0]?.start ?? 0, last - 40), last))
}

function isBlank(token: Token | undefined): boolean {
  return token?.kind === 'blank' || token?.kind === 'feed'
}

/** `《甲》经营范围包含…`: a condition right after the name may go on behind a connective. */
function withoutSuffix(tokens: readonly Token[]): {readonly own: Token[]; readonly suffix?: Token[]} {
  const name = tokens.findIndex(isName)
  const after = tokens.slice(name + 1)
  if (name < 0 || !isCondition(after)) return {own: [...tokens]}
  return {own: tokens.slice(0, name + 1), suffix: after}
}

/** What is done to a paper, or where it is: no other paper. */
const act = /(?:盖章|签字|签章|签名|公章|有效|一致|除外|以上|以下|以内|范围内?|期内|业务|服务|类|级)$/

/** Puts segments together to operands. */
class Collector {
  readonly #folded: string
  readonly #operands: OpenOperand[] = []
  readonly #choiceConditions: {before: number; tokens: Token[]}[] = []
  #pending: Segment | undefined
  /** Where text without a licence goes on. */
  #condition: Token[] | undefined
  /** Whether that text holds for a whole choice. */
  #isChoice = false

  constructor(folded: string) {
    this.#folded = folded
  }

  add(segment: Segment): void {
    const {tokens, hasName} = segment
    if (!tokens.some((token) => !isBlank(token))) return
    const last = this.#operands.at(-1)
    const isStated = last !== undefined && !hasName && !this.#pending
    const isAsked = tokens[0]?.kind === 'verb'
    if (isStated && !isAsked && this.#goesOn(segment)) this.#continueCondition(segment)
    else if (isStated && !isAsked && (segment.isBut || isCondition(tokens)))
      this.#openCondition(segment, last)
    else if (isStated && !isAsked && this.#condition) this.#continueCondition(segment)
    else if (hasName && this.#pendingStands(segment)) this.#openBoth(segment)
    else if (hasName || this.#isTerm(segment, last)) this.#open(segment)
    else if (last && !this.#pending && !this.#leads(segment)) this.#addText(segment, last)
    else this.#pending = this.#withPending(segment)
  }

  /** `、` within a condition is part of it. */
  #goesOn({join}: Segment): boolean {
    return this.#condition !== undefined && join === 'list'
  }

  #continueCondition({connective, tokens}: Segment): void {
    for (const token of [...connective, ...tokens]) this.#condition?.push(token)
  }

  /** `门店实景图或《租赁合同》`: words before 或 that lead to no name are a document. */
  #pendingStands({connective, tokens}: Segment): boolean {
    const first = firstWord(tokens)
    const isDirect = isName(first) || first?.kind === 'verb'
    if (!this.#pending || !isDirect || this.#isBody(this.#pending.tokens)) return false
    return connective.some(({kind}) => kind === 'or' || kind === 'and')
  }

  #openBoth(segment: Segment): void {
    const lead = this.#pending
    this.#pending = undefined
    if (lead) this.#open(lead)
    this.#open(segment)
  }

  #isBody(tokens: readonly Token[]): boolean {
    const {start, end} = rangeOf(trim(tokens))
    return namesBody(this.#folded.slice(start, end))
  }

  finish(): Pick<OperandList, 'operands' | 'choiceConditions'> {
    const last = this.#operands.at(-1)
    if (this.#pending && last) this.#addText(this.#pending, last)
    else if (this.#pending && trim(this.#pending.tokens).length > 0) this.#open(this.#pending)
    return {operands: this.#operands, choiceConditions: this.#choiceConditions}
  }

  /** Whether it is something to hand in: by what it is called, or since it is what else may be handed in. */
  #isTerm({tokens, join}: Segment, last: OpenOperand | undefined): boolean {
    const {start, end} = rangeOf(trim(tokens))
    const words = this.#folded.slice(start, end)
    if (last?.hasName && namesCopy(words)) return false
    if (isEvidence(tokens, this.#folded) || holdsTerm(firstWord(tokens))) return true
    const isOther = join === 'or' && last !== undefined && !this.#pending
    return isOther && tokens.some(({kind}) => kind === 'text') && !namesBody(words) && !act.test(words)
  }

  /** `但…` holds for the whole choice before it, any other condition for the licence before it. */
  #openCondition({isBut, tokens}: Segment, last: OpenOperand): void {
    this.#condition = [...tokens]
    this.#isChoice = isBut
    if (isBut) this.#choiceConditions.push({before: this.#operands.length, tokens: this.#condition})
    else last.conditions.push(this.#condition)
  }

  #open(segment: Segment): void {
    if (!this.#pending && this.#repeats(segment)) return
    const {join, tokens, connective} = this.#withPending(segment)
    const {own, suffix} = withoutSuffix(tokens)
    const isBareComma =
      /^(?:list|or)$/.test(join) && connective.some(({kind}) => kind === 'comma') && this.#isChinese(tokens)
    const mayBeCondition =
      this.#condition !== undefined && (join === 'list' || (join === 'or' && this.#isChoice))
    const isDoubtful = isBareComma || mayBeCondition
    this.#isChoice = false
    this.#operands.push({
      join,
      hasName: tokens.some(isName),
      isDenied: tokens[0]?.kind === 'verb' && tokens[0].negative,
      tokens: own,
      conditions: suffix ? [suffix] : [],
      notes: [],
      repetitions: [],
      isDoubtful,
    })
    this.#pending = undefined
    this.#condition = suffix
  }

  /** `《甲》 甲`: a name once more, with nothing between, is no other licence. */
  #repeats({connective, tokens}: Segment): boolean {
    const last = this.#operands.at(-1)
    const words = trim(tokens)
    const [only] = words
    const name = last && this.#nameIn(last.tokens)
    if (!last || connective.length > 0 || words.length !== 1 || !only || name !== this.#nameIn([only]))
      return false
    last.repetitions.push(only)
    return true
  }

  /** In other languages a comma is what `、` is in Chinese. */
  #isChinese(tokens: readonly Token[]): boolean {
    const {start, end} = rangeOf(tokens)
    return /[《\p{Script=Han}]/u.test(this.#folded.slice(start, end))
  }

  #nameIn(tokens: readonly Token[]): string | undefined {
    const license = tokens.find(({kind}) => kind === 'license')
    if (license?.kind !== 'license') return undefined
    return license.words
  }

  /** Text that names nothing: what follows `且` must hold, the rest is a remark. */
  #addText({tokens, connective}: Segment, last: OpenOperand): void {
    if (trim(tokens).length === 0) return
    const mustHold = connective.some(
      ({kind, start, end}) => kind === 'and' && /且/.test(this.#folded.slice(start, end)),
    )
    if (mustHold) {
      this.#condition = [...tokens]
      last.conditions.push(this.#condition)
    } else if (last.hasName) last.notes.push([...tokens])
    else if (last.conditions.length + last.notes.length > 0) last.notes.push([...tokens])
    else for (const token of [...connective, ...tokens]) last.tokens.push(token)
    this.#pending = undefined
  }

  /** The segment behind what leads to it. Added to in place, since a long text may be one long lead. */
  #withPending(segment: Segment): Segment {
    if (!this.#pending) return segment
    for (const token of [...segment.connective, ...segment.tokens]) this.#pending.tokens.push(token)
    return this.#pending
  }

  /** `、所在地的中国人民银行及其派出机构备案的《甲》`: the name of a body leads to what comes after it. */
  #leads({tokens, connective}: Segment): boolean {
    return connective.length > 0 && !this.#condition && this.#isBody(tokens)
  }
}

/** Brackets round licences: `（《甲》或《乙》）`. */
export function holdsTerm(token: Token | undefined): boolean {
  return (
    token?.kind === 'group' &&
    !isOtherName(trim(token.inner)) &&
    !isCondition(trim(token.inner)) &&
    token.inner.some((inner) => inner.kind === 'exact' || isName(inner) || holdsTerm(inner))
  )
}
