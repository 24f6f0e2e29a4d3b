import {namesBody, namesEvidence} from './evidence.ts'
import type {Join} from './grouping.ts'
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
  /** Whether it follows a condition in such a way that it might belong to that. */
  readonly mayBeCondition: boolean
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
  for (const token of tokens) {
    if (hasName && token.kind === 'group' && holdsTerm(token)) {
      const inner = [...wrapped.splice(from), ...token.inner]
      wrapped.push({kind: 'group', start: inner[0]?.start ?? token.start, end: token.end, inner})
      continue
    }
    wrapped.push(token)
    if (token.kind === 'license') hasName = true
    if (isConnective(token) || token.kind === 'verb') {
      hasName = false
      from = wrapped.length
    }
  }
  return wrapped
}

/** `二选一`, `均需提供` and their like hold for the whole clause. */
function takeOperator(reading: Reading, tokens: readonly Token[]) {
  let operator: Operator | null = null
  const rest = tokens.filter((token) => {
    const found = operatorOf(token)
    if (!found) return true
    operator ??= found
    reading.rest.push(token)
    return false
  })
  return {rest, operator: operator as Operator | null}
}

function operatorOf(token: Token): Operator | null {
  if (token.kind === 'choice') return {kind: 'any', count: token.count}
  if (token.kind === 'each') return {kind: 'all', count: 1}
  if (token.kind !== 'group') return null
  const inner = trim(token.inner)
  const [first] = inner.map(operatorOf).filter((found) => found !== null)
  return first &&
    inner.every((part) => operatorOf(part) !== null || part.kind === 'text' || part.kind === 'list')
    ? first
    : null
}

function segmentsOf(tokens: readonly Token[], folded: string): readonly Segment[] {
  const segments: Segment[] = []
  let join: Join = 'list'
  let connective: Token[] = []
  let isBut = false
  let current: Token[] = []
  const close = () => {
    if (current.length > 0 || connective.length > 0) segments.push({join, connective, tokens: current, isBut})
    join = 'list'
    connective = []
    isBut = false
    current = []
  }
  for (const [index, token] of tokens.entries()) {
    const isOpen = trim(current).length > 0
    if (isConnective(token)) {
      if (isOpen) close()
      join = joined(join, token, connective)
      isBut ||= token.kind === 'but'
      connective.push(token)
    } else {
      if (isOpen && beginsOperand(tokens, index, current, folded)) {
        close()
        if (token.kind === 'verb') join = token.isOption ? 'or' : 'and'
      } else if (!isOpen && token.kind === 'verb' && join === 'list' && connective.length > 0) {
        join = token.isOption ? 'or' : 'loose'
      }
      current.push(token)
    }
  }
  close()
  return segments
}

export function isConnective({kind}: Token): boolean {
  return kind === 'or' || kind === 'and' || kind === 'enumeration' || kind === 'comma' || kind === 'but'
}

function joined(join: Join, token: Token, before: readonly Token[]): Join {
  if (token.kind === 'or') return 'or'
  if (token.kind === 'and' || token.kind === 'but')
    return before.some(({kind}) => kind === 'comma') ? 'loose' : join === 'or' ? join : 'and'
  return join
}

/** Whether a new operand begins without a connective: `《甲》《乙》`, `《甲》同时提供《乙》`. */
function beginsOperand(
  tokens: readonly Token[],
  index: number,
  current: readonly Token[],
  folded: string,
): boolean {
  const token = tokens[index]
  const hasLicense = current.some((before) => isName(before) || holdsTerm(before))
  if (token?.kind === 'verb')
    return (token.adds || token.isOption) && (hasLicense || isEvidence(current, folded))
  if (token?.kind !== 'license' || current.some(({kind}) => kind === 'equals')) return false
  return hasLicense || (current.at(-1)?.kind === 'blank' && isCondition(trim(current)))
}

function isEvidence(tokens: readonly Token[], folded: string): boolean {
  const words = trim(tokens)
  const last = words.at(-1)
  // A bracket after the words does not change what they name.
  const name = last?.kind === 'group' && words.length > 1 ? words.slice(0, -1) : words
  const {start, end} = rangeOf(name)
  return namesEvidence(folded.slice(Math.max(start, end - 40), end))
}

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
    const {tokens} = segment
    if (trim(tokens).length === 0) return
    const last = this.#operands.at(-1)
    const hasLicense = tokens.some(isName)
    const isStated = last !== undefined && !hasLicense && !this.#pending
    if (isStated && this.#condition && segment.join === 'list' && tokens[0]?.kind !== 'verb') {
      for (const token of [...segment.connective, ...tokens]) this.#condition.push(token)
    } else if (isStated && tokens[0]?.kind !== 'verb' && (segment.isBut || isCondition(trim(tokens)))) {
      this.#openCondition(segment, last)
    } else if (isStated && this.#condition && tokens[0]?.kind !== 'verb') {
      for (const token of [...segment.connective, ...tokens]) this.#condition.push(token)
    } else if (hasLicense || this.#isTerm(tokens)) {
      this.#open(segment)
    } else if (last && !this.#pending && !this.#leads(segment)) {
      this.#addText(segment, last)
    } else {
      this.#pending = this.#withPending(segment)
    }
  }

  finish(): Pick<OperandList, 'operands' | 'choiceConditions'> {
    const last = this.#operands.at(-1)
    if (this.#pending && last) this.#addText(this.#pending, last)
    else if (this.#pending && trim(this.#pending.tokens).length > 0) this.#open(this.#pending)
    return {operands: this.#operands, choiceConditions: this.#choiceConditions}
  }

  #isTerm(tokens: readonly Token[]): boolean {
    return isEvidence(tokens, this.#folded) || holdsTerm(trim(tokens)[0])
  }

  /** `但…` holds for the whole choice before it, any other condition for the licence before it. */
  #openCondition({isBut, tokens}: Segment, last: OpenOperand): void {
    this.#condition = [...tokens]
    this.#isChoice = isBut
    if (isBut) this.#choiceConditions.push({before: this.#operands.length, tokens: this.#condition})
    else last.conditions.push(this.#condition)
  }

  #open(segment: Segment): void {
    const {join, tokens} = this.#withPending(segment)
    if (this.#repeats(segment)) return
    const mayBeCondition =
      this.#condition !== undefined && (join === 'list' || (join === 'or' && this.#isChoice))
    this.#isChoice = false
    this.#operands.push({
      join,
      hasName: tokens.some(isName),
      tokens: [...tokens],
      conditions: [],
      notes: [],
      repetitions: [],
      mayBeCondition,
    })
    this.#pending = undefined
    this.#condition = undefined
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
    if (connective.length === 0 || this.#condition) return false
    const {start, end} = rangeOf(trim(tokens))
    return namesBody(this.#folded.slice(start, end))
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
