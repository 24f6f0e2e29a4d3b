import {normalizeText} from '../../../text/normalize.ts'
import type {Range} from '../../../text/range.ts'
import {issuerIn, issuerNamedBy} from '../lexicon/bodies.ts'
import {saysOptional, waives} from '../lexicon/waivers.ts'
import {joinText} from '../nodes/join-text.ts'
import {span} from '../nodes/span.ts'
import type {Reading, TermNode} from '../syntax.ts'
import {beforeTerm} from '../tokens/kinds.ts'
import {rangeOf, trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {isCondition} from './conditions.ts'
import {readDetails} from './details.ts'
import {isName, type NameToken, named} from './names.ts'
import {joinedTextOf, textOf} from './text.ts'

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
  const term = isName(name)
    ? readNamed(reading, tokens.slice(0, index), name, tokens.slice(index + 1))
    : readDocument(reading, tokens)
  const words = withoutVerb(tokens)
  const note = joinedTextOf(reading, notes)
  return {
    ...term,
    ...span([...(words.length > 0 ? words : tokens), ...conditions.flat(), ...notes.flat(), ...repetitions]),
    condition: joinText(term.condition, joinedTextOf(reading, conditions)),
    note: joinText(term.note, note),
    need: term.need === 'required' && note !== null && saysOptional(note) ? 'ifAny' : term.need,
  }
}

/** Reads tokens as one term of which nothing else is said. */
export function readTermOf(reading: Reading, tokens: readonly Token[]): TermNode {
  return readTerm(reading, {tokens, conditions: [], notes: [], repetitions: []})
}

type Term = Omit<TermNode, keyof Range>

function readNamed(
  reading: Reading,
  before: readonly Token[],
  token: NameToken,
  after: readonly Token[],
): Term {
  const said = textOf(reading, withoutVerb(before))
  const issuedBy = said === null ? null : (issuerIn(said) ?? issuerNamedBy(said))
  const prefix = issuedBy === null && said !== null ? said.replace(/的$/, '') || null : null
  const {condition, issuer, aliases, note, need} = readDetails(reading, after)
  const isLicense = token.kind === 'license'
  return {
    kind: isLicense ? 'license' : 'document',
    name: isLicense ? token.name : rangeOf([token]),
    words: isLicense ? token.words : token.value,
    condition,
    issuer: joinText(issuedBy, issuer),
    aliases,
    prefix,
    note: joinText(prefix, note),
    need,
  }
}

/** A document keeps its whole wording, issuer included. */
function readDocument(reading: Reading, tokens: readonly Token[]): Term {
  const words = trim(withoutVerb(tokens))
  const last = words.at(-1)
  const conditional = words.length > 1 && last?.kind === 'group' && isCondition(last.inner) ? last : undefined
  const own = trim(conditional ? words.slice(0, -1) : words)
  const name = own.length > 0 ? own : tokens
  const text = textOf(reading, own) ?? ''
  return {
    kind: 'document',
    name: rangeOf(name),
    words: named(reading, name).words,
    condition: conditional ? textOf(reading, conditional.inner) : null,
    issuer: issuerIn(text),
    aliases: [],
    prefix: null,
    note: null,
    need: waives(text) ? 'waived' : 'required',
  }
}

function withoutVerb(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({kind}) => !beforeTerm.has(kind))
  return from < 0 ? [] : tokens.slice(from)
}

/** Text that is neither a licence nor about one still says what is asked for. */
export function documentAt(text: string, {start, end}: Range): TermNode {
  const range = {start, end}
  const words = text.slice(start, end)
  return {
    kind: 'document',
    name: range,
    words: normalizeText(words),
    condition: null,
    issuer: null,
    aliases: [],
    prefix: null,
    note: null,
    need: waives(words) ? 'waived' : 'required',
    ...range,
  }
}
