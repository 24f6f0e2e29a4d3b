export type {Fingerprint, KnownFindings} from './baseline/model.ts'
export {ConfigurationError} from './configuration-error.ts'
export type {
  ColumnDeclaration,
  HeadingDeclaration,
  Reference,
  TableDeclaration,
  TableDeclarations,
  UniqueScope,
  ValueType,
} from './dataset/declaration.ts'
export type {ColumnName, Definitions} from './dataset/definitions.ts'
export type {Definition} from './dataset/definitions-in.ts'
export type {
  CategoryEntry,
  Dataset,
  DocumentEntry,
  LicenseEntry,
  LicenseMention,
  SubcategoryEntry,
} from './dataset/entries.ts'
export {type DiffOptions, diffDatasets} from './diff/diff.ts'
export type {
  BeforeAfter,
  CategoryStated,
  Change,
  ChangeKind,
  DatasetDiff,
  DiffSummary,
  Effect,
  EntryPath,
  Evidence,
  LicenseChanges,
  ListedSubcategory,
  Moved,
  MovedSubcategory,
  NoteChange,
  Place,
  Reformatted,
  Rename,
  Renamed,
  RequirementChange,
  SubcategoryStated,
} from './diff/model.ts'
export type {ComparedData} from './diff/side.ts'
export type {
  ComparedFindings,
  Edit,
  Finding,
  Fix,
  Language,
  Level,
  LintResult,
  Localized,
  RelatedPlace,
} from './finding.ts'
export {type FixOptions, type FixResult, fixText} from './fix-text.ts'
export type {LintOptions, RuleSetting} from './lint.ts'
export {lintText, readDefinitions} from './lint-text.ts'
export type {Option, OptionSchema} from './options.ts'
export {type LicenseOptions, licenseIdentity} from './qualification-reader.ts'
export {readDataset, readDatasets, readRequirement, type Source} from './read-dataset.ts'
export {type LicenseIdentity, satisfies} from './requirement/evaluate.ts'
export type {
  AllOf,
  AnyOf,
  Case,
  Cases,
  DocumentTerm,
  LicenseStatus,
  LicenseTerm,
  RequirementExpression,
  Term,
} from './requirement/expression.ts'
export {printRequirement} from './requirement/print.ts'
export {
  defineRule,
  type Message,
  type Report,
  type Rule,
  type RuleContext,
  type RuleDefinition,
} from './rule.ts'
export type {Point, Range} from './text/range.ts'
export type {VocabularyData, VocabularyEntry} from './vocabulary/types.ts'
