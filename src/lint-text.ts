import {rules as builtInRules} from '../rules/index.ts'
import {fingerprintsIn} from './baseline/fingerprint.ts'
import {markFindings} from './baseline/mark.ts'
import {mayConcern, readWithout} from './concern.ts'
import {contractsOf} from './contracts.ts'
import {DefinitionIndex, type Definitions} from './dataset/definitions.ts'
import {definitionsIn} from './dataset/definitions-in.ts'
import type {TabularDocument} from './dataset/model.ts'
import {readTables} from './dataset/read.ts'
import {readDocument} from './document/read.ts'
import type {Finding, Findings, LintResult} from './finding.ts'
import {type FindingCollector, LooseFindings} from './finding-order.ts'
import {activateRules, collectFindings, type LintOptions} from './lint.ts'
import {lintRead, type ReadText} from './lint-read.ts'
import {qualificationReader} from './qualification-reader.ts'
import type {Source} from './read-dataset.ts'

/** A document that has been read through the declarations of tables. */
export interface ReadDocument<F extends Findings = Findings> extends ReadText<F> {
  readonly document: TabularDocument
}

/** Lints a Markdown text. The findings are in the order of the document. */
export function lintText(source: string, options: LintOptions = {}): LintResult {
  // What is wrong with the options is said whatever the text.
  const read = reader(options, loose)
  const {path = defaultPath} = options
  return lintRead(mayConcern(source, options) ? read(source) : readWithout(source, path), options)
}

/** A document and what the rules found in it. */
export interface CheckedDocument {
  readonly document: TabularDocument
  readonly findings: readonly Finding[]
}

/** Reads a text and runs the rules over it. */
export function checkText(source: string, options: LintOptions): CheckedDocument {
  const read = reader(options, loose)(source)
  return {document: read.document, findings: read.lint(options.definitions)}
}

/** Reads a text through the declarations of tables, and makes the rules ready for it. */
export function readText(source: string, options: LintOptions): ReadDocument<readonly Finding[]> {
  return reader(options, loose)(source)
}

/** As {@link readText}, for a text in which there may be more to find than there is room for as objects. */
export function readLargeText<F extends Findings>(
  source: string,
  options: LintOptions,
  collect: () => FindingCollector<F>,
): ReadDocument<F> {
  return reader(options, collect)(source)
}

const loose = () => new LooseFindings()

const defaultPath = 'input.md'

function reader<F extends Findings>(
  options: LintOptions,
  collect: () => FindingCollector<F>,
): (source: string) => ReadDocument<F> {
  const {path = defaultPath, language, rules, extraRules = [], fast, fingerprints, baseline} = options
  const all = [...builtInRules, ...extraRules]
  const active = activateRules(all, rules)
  const known = all.map(({id}) => id)
  const qualifications = qualificationReader(options)
  const contracts = contractsOf(options)
  return (source) => {
    const markdown = readDocument(source, path, {whole: fast === false})
    const document = readTables(markdown, qualifications, contracts)
    return {
      source,
      path,
      document,
      needsDefinitions: needsDefinitions(document),
      define: () => definitionsIn(document),
      hasTargets: (definitions) =>
        targetsOf(document).every((table) => isDefined(table, document, definitions)),
      lint: (definitions) => {
        const context = {language, definitions, known}
        const findings = collectFindings(document, active, context, collect())
        if (!fingerprints) return findings
        return markFindings(findings, fingerprintsIn(markdown, baseline?.path ?? path), collect())
      },
      fingerprint: (findings, path) => Array.from(findings, fingerprintsIn(markdown, path)),
    }
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
