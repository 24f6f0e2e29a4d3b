import type {Role} from './dataset/contract.ts'
import type {Definitions} from './dataset/definitions.ts'
import type {Column, DeclaredTable, TableRecord, TabularDocument} from './dataset/model.ts'
import type {DirectiveProblem} from './directives/model.ts'
import type {Fix, Language, Level, Localized} from './finding.ts'
import type {OptionSchema, OptionValues} from './options.ts'
import type {Range} from './text/range.ts'

/** A rule: what it is called, what it says, and how it checks a document. Made with {@link defineRule}. */
export interface Rule {
  readonly id: string
  /** What the rule disallows or requires, in one sentence. */
  readonly summary: Localized
  /** The level of its findings, where a message has none of its own and the user sets none. */
  readonly level: Level
  /** Whether the rule offers an edit, and whether that edit may run unasked. */
  readonly fix?: 'safe' | 'suggestion'
  readonly options: OptionSchema
  readonly messages: Readonly<Record<string, Message>>
  /** Whether it checks the directives, which is done when all other rules have looked at the document. */
  readonly checksDirectives?: true
  check(context: RuleContext<Readonly<Record<string, Message>>, OptionSchema>): void
}

/** A message of a rule. `{name}` stands for a value that the report gives, `{count|row|rows}` for a number and its word. */
export interface Message extends Localized {
  /** Where this message is more or less grave than the rule as a whole. */
  readonly level?: Level
  /** What to do about it, with the same values. */
  readonly help?: Localized
  /** One line for `{count}` findings in `{tables}` tables of one file. */
  readonly folded?: Localized
}

/** What a rule's check is given. */
export interface RuleContext<M extends Readonly<Record<string, Message>>, O extends OptionSchema> {
  readonly document: TabularDocument
  readonly options: OptionValues<O>
  /** What the tables of all documents of the run define. */
  readonly definitions: Definitions
  /** What is wrong with the directives, for a rule that checks them. */
  readonly directives: readonly DirectiveProblem[]
  /** Which language the messages are wanted in, for a value that is itself a word. */
  readonly language: Language
  report<K extends keyof M & string>(
    message: K,
    report: Report & ([Placeholder<M[K]>] extends [never] ? {readonly data?: never} : ReportData<M[K]>),
  ): void
}

/** Where a finding stands and what belongs to it. */
export interface Report {
  readonly at: Range
  /** The table and the row it stands in: they give the finding its category and key. */
  readonly table?: DeclaredTable
  readonly record?: TableRecord | null
  /** The column, by its role or as such. */
  readonly column?: Role | Column | undefined
  /** The category, where no row tells. */
  readonly category?: string | null
  readonly related?: readonly {readonly at: Range; readonly message: Localized}[]
  readonly fix?: Fix
}

type ReportData<M extends Message> = {readonly data: Readonly<Record<Placeholder<M>, string | number>>}

/** The names between braces in a message's texts. */
type Placeholder<M extends Message> =
  | PlaceholderOf<M['en']>
  | (M['help'] extends Localized ? PlaceholderOf<M['help']['en']> : never)

type PlaceholderOf<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Number}|${string}` ? Number : Name) | PlaceholderOf<Rest>
  : never

/** What a rule's author writes down. */
export interface RuleDefinition<M extends Readonly<Record<string, Message>>, O extends OptionSchema> {
  readonly id: string
  readonly summary: Localized
  readonly level: Level
  readonly fix?: 'safe' | 'suggestion'
  readonly options?: O
  readonly messages: M
  readonly checksDirectives?: true
  check(context: RuleContext<M, O>): void
}

/**
 * Defines a rule. The message ids, the values their texts need and the types of the options are
 * inferred, so a misspelt id or a missing value does not compile.
 */
export function defineRule<
  const M extends Readonly<Record<string, Message>>,
  const O extends OptionSchema = Record<never, never>,
>(definition: RuleDefinition<M, O>): Rule {
  const {options = {}, ...rest} = definition
  // A rule is called only with a context made from its own messages and options.
  return {...rest, options} as unknown as Rule
}
