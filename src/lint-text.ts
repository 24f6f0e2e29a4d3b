import {rules as builtInRules} from '../rules/index.ts'
import {fingerprintsOf} from './baseline/fingerprint.ts'
import {compileTables, nativePattern} from './dataset/compile.ts'
import type {TableContract} from './dataset/contract.ts'
import type {TableDeclarations} from './dataset/declaration.ts'
import {DefinitionIndex, type Definitions} from './dataset/definitions.ts'
import {definitionsIn} from './dataset/definitions-in.ts'
import type {TabularDocument} from './dataset/model.ts'
import {readTables} from './dataset/read.ts'
import {checkedTables} from './declarations/checked.ts'
import {readDocument} from './document/read.ts'
import type {Finding, LintResult} from './finding.ts'
import {activateRules, type LintOptions, lintDocument} from './lint.ts'
import {lintRead, type ReadText} from './lint-read.ts'
import {qualificationReader} from './qualification-reader.ts'
import type {Source} from './read-dataset.ts'

/** A document that has been read through the declarations of tables. */
export interface ReadDocument extends ReadText {
  readonly document: TabularDocument
}

/** Lints a Markdown text. The findings are in the order of the document. */
export function lintText(source: string, options: LintOptions = {}): LintResult {
  return lintRead(readText(source, options), options)
}

/** A document and what the rules found in it. */
export interface CheckedDocument {
  readonly document: TabularDocument
  readonly findings: readonly Finding[]
}

/** Reads a text and runs the rules over it. */
export function checkText(source: string, options: LintOptions): CheckedDocument {
  const read = readText(source, options)
  return {document: read.document, findings: read.lint(options.definitions)}
}

/** Reads a text through the declarations of tables, and makes the rules ready for it. */
export function readText(source: string, options: LintOptions): ReadDocument {
  const {path = 'input.md', language, rules, extraRules = [], fast} = options
  const all = [...builtInRules, ...extraRules]
  const active = activateRules(all, rules)
  const known = all.map(({id}) => id)
  const markdown = readDocument(source, path, {whole: fast === false})
  const document = readTables(markdown, qualificationReader(options), contractsOf(options))
  return {
    source,
    path,
    document,
    needsDefinitions: needsDefinitions(document),
    define: () => definitionsIn(document),
    hasTargets: (definitions) =>
      targetsOf(document).every((table) => isDefined(table, document, definitions)),
    lint: (definitions) => lintDocument(document, active, {language, definitions, known}),
    fingerprint: (findings, path) => fingerprintsOf(findings, document.markdown, path),
  }
}

function needsDefinitions({tables}: TabularDocument): boolean {
  return tables.some(({columns}) =>
    columns.some(({contract}) => contract?.references || contract?.unique === 'dataset'),
  )
}

function targetsOf({tables}: TabularDocument): readonly string[] {
  return tables.flatMap(({columns}) => columns.flatMap(({contract}) => contract?.references?.table ?? []))
}

function isDefined(table: string, {tables}: TabularDocument, definitions?: Definitions): boolean {
  return definitions?.has(table) ?? tables.some(({contract}) => contract.kinds.includes(table))
}

/** What the tables of several Markdown texts define, for the option `definitions`. */
export function readDefinitions(sources: readonly Source[], options: LintOptions = {}): Definitions {
  const definitions = new DefinitionIndex()
  for (const {source, path, options: own} of sources) {
    definitions.add(readText(source, {...options, ...own, path}).define())
  }
  return definitions
}

/** Contracts by the declarations that they were made of: most runs use the same ones for each document. */
const compiled = new WeakMap<TableDeclarations, readonly TableContract[]>()

function contractsOf({
  tables = noTables,
  compilePattern = nativePattern,
}: LintOptions): readonly TableContract[] {
  const known = compiled.get(tables)
  if (known) return known
  const contracts = compileTables(checkedTables(tables, compilePattern), compilePattern)
  compiled.set(tables, contracts)
  return contracts
}

const noTables: TableDeclarations = {}
