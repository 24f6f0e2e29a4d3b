import {rules as allRules} from '../rules/index.ts'
import {buildDataset, type CheckedDocument, type Dataset} from './dataset/dataset.ts'
import {readCategories} from './dataset/read.ts'
import {readDocument} from './document/read.ts'
import type {LintResult} from './finding.ts'
import {activateRules, type LintOptions, lintDocument} from './lint.ts'

export type {
  CategoryEntry,
  Dataset,
  DocumentEntry,
  LicenseEntry,
  LicenseMention,
  SubcategoryEntry,
  UnparsedRequirement,
} from './dataset/dataset.ts'
export type {Edit, Finding, Fix, Language, Level, LintResult, Localized, RelatedPlace} from './finding.ts'
export {ConfigurationError, type LintOptions, type RuleSetting} from './lint.ts'
export type {Option, OptionSchema} from './options.ts'
export {
  defineRule,
  type Message,
  type Report,
  type Rule,
  type RuleContext,
  type RuleDefinition,
} from './rule.ts'
export type {Point, Range} from './text/range.ts'

/** Lints a Markdown text. The findings are in the order of the document. */
export function lintText(source: string, options: LintOptions = {}): LintResult {
  const {document, findings} = check(source, options)
  return {path: document.markdown.path, findings}
}

/** Reads the dataset that a Markdown text holds. */
export function readDataset(source: string, options: LintOptions = {}): Dataset {
  return buildDataset([check(source, options)])
}

/** A text and the path that the dataset states for it. */
export interface Source {
  readonly source: string
  readonly path: string
}

/** Reads several Markdown texts into one dataset. */
export function readDatasets(sources: readonly Source[], options: LintOptions = {}): Dataset {
  return buildDataset(sources.map(({source, path}) => check(source, {...options, path})))
}

function check(
  source: string,
  {path = 'input.md', language = 'en', rules, extraRules = []}: LintOptions,
): CheckedDocument {
  const document = readCategories(readDocument(source, path))
  return {
    document,
    findings: lintDocument(document, activateRules([...allRules, ...extraRules], rules), language),
  }
}
