export type {
  CategoryEntry,
  Dataset,
  DocumentEntry,
  LicenseEntry,
  LicenseMention,
  SubcategoryEntry,
  UnparsedRequirement,
} from './dataset/entries.ts'
export type {Edit, Finding, Fix, Language, Level, LintResult, Localized, RelatedPlace} from './finding.ts'
export {ConfigurationError, type LintOptions, type RuleSetting} from './lint.ts'
export {lintText} from './lint-text.ts'
export type {Option, OptionSchema} from './options.ts'
export {readDataset, readDatasets, type Source} from './read-dataset.ts'
export {
  defineRule,
  type Message,
  type Report,
  type Rule,
  type RuleContext,
  type RuleDefinition,
} from './rule.ts'
export type {Point, Range} from './text/range.ts'
