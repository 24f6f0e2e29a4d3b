import {normalizeText} from '../text/normalize.ts'
import type {Range} from '../text/range.ts'
import {joinText, span} from './build.ts'
import type {ExactRole} from './exact.ts'
import {fold} from './fold.ts'
import {isName, type NameToken, named} from './names.ts'
import {type Reading, rangeOf, type TermNode, trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** What is read as one term: the tokens of its name, and what other parts of the text say of it. */
export interface Operand {
  readonly tokens: readonly Token[]
  readonly conditions: readonly (readonly Token[])[]
  readonly notes: readonly (readonly Token[])[]
  /** The name once more. */
  readonly repetitions: readonly Token[]
}

/** Reads a licence or a document with its issuer, condition and notes. */
export function readTerm(reading: Reading, {tokens, conditions, notes, repetitions}: Operand): TermNode {
  const index = tokens.findIndex(isName)
  const name = tokens[index]
  const words = withoutVerb(tokens)
  const range = span([
    ...(words.length > 0 ? words : tokens),
    ...conditions.flat(),
    ...notes.flat(),
    ...repetitions,
  ])
  const details = {
    condition: conditions.map((condition) => textOf(reading, condition)).reduce(joinText, null),
    note: notes.map((note) => textOf(reading, note)).reduce(joinText, null),
  }
  const term = isName(name)
    ? readNamed(reading, tokens.slice(0, index), name, tokens.slice(index + 1))
    : readDocument(reading, tokens)
  return {
    ...term,
    ...range,
    condition: joinText(term.condition, details.condition),
    note: joinText(term.note, details.note),
    isRequired: term.isRequired && !optional.test(details.note ?? ''),
  }
}

/** `（如有）`: asked for only if there is one. */
const optional =
  /^(?:[如若](?:有|适用|涉及)(?:[,，]?(?:请|则)?(?:提供|上传|检附|檢附))?|可选|可選|选填|選填|选传|選傳|选备|非必[须需要填传备选須]|非强制|视情况提供|可不提供|无则不填|optional)$/i

/** `《甲》已失效`: it is not asked for any more. */
const outdated = /^(?:已(?:失效|停用|废止|取消|作废|过期)|不再受理|不再有效|无效|除外)/

type Term = Omit<TermNode, keyof Range>

function readNamed(
  reading: Reading,
  before: readonly Token[],
  token: NameToken,
  after: readonly Token[],
): Term {
  const lead = textOf(reading, withoutVerb(before))
  const found = lead === null ? null : (issuerIn(lead) ?? authorityIn(lead))
  const prefix = found === null && lead !== null ? lead.replace(/的$/, '') || null : null
  const {condition, issuer, aliases, note, isRequired} = readDetails(reading, after)
  return {
    kind: token.kind === 'license' ? 'license' : 'document',
    name: token.kind === 'license' ? token.name : {start: token.start, end: token.end},
    words: token.kind === 'license' ? token.words : token.value,
    condition,
    issuer: joinText(found, issuer),
    aliases,
    prefix,
    note: joinText(prefix, note),
    isRequired,
  }
}

/** A document keeps its whole wording, issuer included. */
function readDocument(reading: Reading, tokens: readonly Token[]): Term {
  const words = trim(withoutVerb(tokens))
  const last = words.at(-1)
  const conditional = words.length > 1 && last?.kind === 'group' && isCondition(last.inner) ? last : undefined
  const name = trim(conditional ? words.slice(0, -1) : words)
  const text = textOf(reading, name) ?? ''
  return {
    kind: 'document',
    name: rangeOf(name.length > 0 ? name : tokens),
    words: named(reading, name.length > 0 ? name : tokens).words,
    condition: conditional ? textOf(reading, conditional.inner) : null,
    issuer: issuerIn(text),
    aliases: [],
    prefix: null,
    note: null,
    isRequired: !waives(text),
  }
}

type Details = Pick<TermNode, 'condition' | 'issuer' | 'aliases' | 'note' | 'isRequired'>

/** What stands after a name: brackets, other names, a condition that needs no connective, remarks. */
function readDetails(reading: Reading, tokens: readonly Token[]): Details {
  const details = new DetailsReader(reading)
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'equals') {
      details.addNames(tokens.slice(index + 1))
      break
    }
    if (token.kind === 'group') details.addGroup(trim(token.inner))
    else if (token.kind === 'exact') details.addExact(token)
    else details.addPlain(token)
  }
  return details.finish()
}

class DetailsReader {
  readonly #reading: Reading
  readonly #aliases: string[] = []
  #condition: string | null = null
  #issuer: string | null = null
  #note: string | null = null
  #isRequired = true
  #plain: Token[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  addNames(tokens: readonly Token[]): void {
    this.#closePlain()
    this.#aliases.push(...namesIn(this.#reading, tokens))
  }

  addGroup(inner: readonly Token[]): void {
    this.#closePlain()
    if (isOtherName(inner)) this.#aliases.push(...namesIn(this.#reading, inner.slice(1)))
    else this.#addText(inner)
  }

  addExact({role, value}: {readonly role: ExactRole; readonly value: string}): void {
    this.#closePlain()
    if (role === 'condition') this.#condition = joinText(this.#condition, value)
    else if (role === 'issuer') this.#issuer = joinText(this.#issuer, value)
    else if (role === 'note') this.#note = joinText(this.#note, value)
    else if (role === 'alias') this.#aliases.push(value)
    else if (role === 'optional') this.#isRequired = false
  }

  addPlain(token: Token): void {
    this.#plain.push(token)
  }

  finish(): Details {
    this.#closePlain()
    return {
      condition: this.#condition,
      issuer: this.#issuer,
      aliases: this.#aliases,
      note: this.#note,
      isRequired: this.#isRequired,
    }
  }

  #closePlain(): void {
    this.#addText(this.#plain)
    this.#plain = []
  }

  #addText(tokens: readonly Token[]): void {
    const text = textOf(this.#reading, tokens)
    if (isCondition(tokens)) this.#condition = joinText(this.#condition, text)
    else this.#note = joinText(this.#note, text)
    const words = fold(text ?? '')
    if (optional.test(words) || outdated.test(words)) this.#isRequired = false
  }
}

/** `（即ICP备案）`, `（原《甲》）` */
export function isOtherName(inner: readonly Token[]): boolean {
  return inner[0]?.kind === 'equals' || (inner[1]?.kind === 'license' && isFormer(inner[0]))
}

/** `原`, `旧`, `前`: one ideograph before a name says nothing else. */
function isFormer(token: Token | undefined): boolean {
  return token?.kind === 'text' && token.end - token.start === 1
}

/** The names in an equation: each licence, else the words. */
function namesIn(reading: Reading, tokens: readonly Token[]): readonly string[] {
  const names = tokens.flatMap((token) => (token.kind === 'license' ? [token.words] : []))
  if (names.length > 0) return names
  const words = trim(tokens.filter(({kind}) => kind !== 'colon'))
  const text = textOf(reading, words)
  return text === null ? [] : [text]
}

/** Whether a stretch says what a licence must cover or state: `经营范围需包含…`, `含…`, `须注明…`. */
export function isCondition(tokens: readonly Token[]): boolean {
  let length = 0
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'scope') return true
    if (token.kind === 'contains') return trim(tokens.slice(index + 1))[0]?.kind !== 'license'
    if (token.kind !== 'text' && token.kind !== 'blank' && token.kind !== 'verb' && token.kind !== 'list')
      return false
    length += token.end - token.start
    if (length > longestSubject) return false
  }
  return false
}

/** `该许可证上的` before `经营范围`. */
const longestSubject = 10

function withoutVerb(tokens: readonly Token[]): readonly Token[] {
  let from = 0
  while (/^(?:verb|blank|feed|comma|colon)$/.test(tokens[from]?.kind ?? '')) from++
  return tokens.slice(from)
}

/** `央行颁发的`, `由住建部门核发的` */
function issuerIn(text: string): string | null {
  const match =
    /^(?:[由经])?([^，。；]{2,40}?)(?:颁发|核发|签发|发放|批准|备案|印发|审批|核准|出具|开具|授予|頒發|核發|簽發)的/.exec(
      text,
    )
  return match?.[1] ?? null
}

/** A body that stands before a name without a verb. */
function authorityIn(text: string): string | null {
  return /^.{2,30}(?:局|部|委|委员会|银行|部门|机构|政府|交易所|协会|法院|监会|机关|厅|署|办公室|办)的?$/.test(
    text,
  )
    ? text.replace(/的$/, '')
    : null
}

/** The normalised text of tokens; null where they say nothing. */
export function textOf({text}: Reading, tokens: readonly Token[]): string | null {
  const {start, end} = rangeOf(tokens)
  const words = normalizeText(text.slice(start, end)).replace(/^[，,、：:]+|[，,、：:。]+$/g, '')
  return saysSomething(words) ? words : null
}

/** Marks alone are no remark. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** `无`, `不限`, `-`: nothing is asked for. */
export function waives(text: string): boolean {
  return nothing.test(fold(text).replace(/[。.\s]/g, ''))
}

const nothing =
  /^(?:无|暂无|没有|无要求|无特殊要求|无资质要求|暂无要求|不限|不要求|不涉及|可选|非必填|[-—–―/\\*~]+|n\/?a|none|no|nil|notrequired|nolicen[cs]e(?:required)?)$/

/** Text that is neither a licence nor about one still says what is asked for. */
export function documentAt(text: string, {start, end}: Range): TermNode {
  const range = {start, end}
  return {
    kind: 'document',
    name: range,
    words: normalizeText(text.slice(start, end)),
    condition: null,
    issuer: null,
    aliases: [],
    prefix: null,
    note: null,
    isRequired: !waives(text.slice(start, end)),
    ...range,
  }
}
