import {rules as builtInRules} from '../rules/index.ts'
import {compileTables} from './dataset/compile.ts'
import type {TableContract} from './dataset/contract.ts'
import type {TableDeclarations} from './dataset/declaration.ts'
import type {CategoryDocument} from './dataset/model.ts'
import {readCategories} from './dataset/read.ts'
import {readDocument} from './document/read.ts'
import type {Finding, LintResult} from './finding.ts'
import {activateRules, type LintOptions, lintDocument} from './lint.ts'
import {qualificationReader} from './qualification-reader.ts'

/** A document and what the rules found in it. */
export interface CheckedDocument {
  readonly document: CategoryDocument
  readonly findings: readonly Finding[]
}

/** Lints a Markdown text. The findings are in the order of the document. */
export function lintText(source: string, options: LintOptions = {}): LintResult {
  const {document, findings} = checkText(source, options)
  return {path: document.markdown.path, findings}
}

/** Reads a text through the table contract and runs the rules over it. */
export function checkText(source: string, options: LintOptions): CheckedDocument {
  const {path = 'input.md', language, rules, extraRules = []} = options
  const active = activateRules([...builtInRules, ...extraRules], rules)
  const document = readCategories(
    readDocument(source, path),
    qualificationReader(options),
    contractsOf(options),
  )
  return {document, findings: lintDocument(document, active, language)}
}

/** Contracts by the declarations that they were made of: most runs use the same ones for each document. */
const compiled = new WeakMap<TableDeclarations, readonly TableContract[]>()

function contractsOf({tables = noTables, compilePattern}: LintOptions): readonly TableContract[] {
  const known = compiled.get(tables)
  if (known) return known
  const contracts = compileTables(tables, compilePattern)
  compiled.set(tables, contracts)
  return contracts
}

const noTables: TableDeclarations = {}
