import type {Range} from '../../text/range.ts'
import {findLicenseNames, type LicenseName, type NameFinder} from '../license-names.ts'
import {readBlock} from './blocks/read-block.ts'
import {type ExactForm, findExactForms} from './exact.ts'
import {fold} from './fold.ts'
import {secure} from './secure.ts'
import type {Node, Reading} from './syntax.ts'
import {documentAt} from './terms/read-term.ts'
import type {Token} from './tokens/token.ts'
import {tokenize} from './tokens/tokenize.ts'

/** A qualification text that has been read. Ranges count in the text. */
export interface ParsedRequirement {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: readonly LicenseName[]
  /** Stretches that say nothing of their own. */
  readonly rest: readonly Range[]
  readonly root: Node
}

/**
 * Reads what a qualification text asks for. Total: every text has a reading, and every licence name is in it.
 *
 * @param findKnown finds licences in running text that are known by name.
 */
export function parseRequirement(
  text: string,
  findKnown: NameFinder = findNone,
  {forms, names}: CertainStretches = certainStretches(text, findKnown),
): ParsedRequirement {
  const folded = fold(text)
  const tokens = tokenize(folded, names, forms)
  const reading: Reading = {text, folded, rest: [], readNested: readBlock}
  const read = readBlock(reading, tokens) ?? documentAt(text, trimmed(text))
  const root = secure(reading, tokens, read)
  return {text, tokens, names, rest: reading.rest, root}
}

/** What is found in a text before it is read, since no word of the grammar begins within it. */
export interface CertainStretches {
  readonly forms: readonly ExactForm[]
  readonly names: readonly LicenseName[]
}

export function certainStretches(text: string, findKnown: NameFinder): CertainStretches {
  const forms = findExactForms(text)
  return {forms, names: findLicenseNames(text, findKnown, forms)}
}

function findNone(): readonly [] {
  return []
}

/** Without the blanks at its ends. A byte order mark is none. */
function trimmed(text: string): Range {
  const start = text.search(/\S|\uFEFF/)
  if (start < 0) return {start: 0, end: 0}
  return {start, end: text.length - (/[^\S\uFEFF]*$/.exec(text)?.[0].length ?? 0)}
}
