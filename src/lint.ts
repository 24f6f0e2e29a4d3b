import type {KnownFindings} from './baseline/model.ts'
import {ConfigurationError} from './configuration-error.ts'
import type {TextPattern} from './dataset/contract.ts'
import type {TableDeclarations} from './dataset/declaration.ts'
import {DefinitionIndex, type Definitions} from './dataset/definitions.ts'
import {definitionsIn} from './dataset/definitions-in.ts'
import type {TabularDocument} from './dataset/model.ts'
import type {DirectiveProblem} from './directives/model.ts'
import {Silence} from './directives/silence.ts'
import type {Finding, Findings, Language, Level} from './finding.ts'
import {type FindingCollector, LooseFindings} from './finding-order.ts'
import {FindingWriter} from './finding-writer.ts'
import {resolveOptions} from './options.ts'
import type {Rule} from './rule.ts'
import type {VocabularyData} from './vocabulary/types.ts'

/** What a user sets for a rule: its level, or its level and options. */
export type RuleSetting = Level | 'off' | readonly [Level | 'off', Readonly<Record<string, unknown>>]

export interface LintOptions {
  /** The document's path, as findings and the dataset state it. */
  readonly path?: string
  readonly language?: Language
  /** Settings by rule id. A rule without one runs at its own level. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** The day that renamed and abolished licences are judged by, as in `2026-06-01`; today where nothing is said. */
  readonly asOf?: string
  /** Licences to add to the built-in vocabulary, or to put in its place; of several, each adds to those before it. */
  readonly vocabulary?: VocabularyData | readonly VocabularyData[]
  /** Tables of one's own, to read and check beside category tables. */
  readonly tables?: TableDeclarations
  /** Compiles the regular expressions of declared tables; JavaScript's own where left out. */
  readonly compilePattern?: (source: string) => TextPattern
  /** What the tables of several documents define, this one's among them; its own tables where left out. */
  readonly definitions?: Definitions
  /** Findings to leave out, by their fingerprints, and the document's path in those. */
  readonly baseline?: {readonly path: string; readonly known: KnownFindings}
  /** Whether findings get a fingerprint. */
  readonly fingerprints?: boolean
  /** Whether to parse only what can matter, which gives the same sooner; true where left out. */
  readonly fast?: boolean
  /** Rules of one's own, made with `defineRule`, to run beside the built-in ones. */
  readonly extraRules?: readonly Rule[]
}

/** A rule with what the user set for it. */
export interface ActiveRule {
  readonly rule: Rule
  /** Stands in for the rule's own levels. */
  readonly level: Level | undefined
  readonly options: Readonly<Record<string, unknown>>
}

/** What a rule may be set to. */
export const settingLevels = ['error', 'warning', 'info', 'off'] as const satisfies readonly (Level | 'off')[]

/** Applies settings to rules: leaves out those that are off, fills in options, refuses what does not exist. */
export function activateRules(
  rules: readonly Rule[],
  settings: Readonly<Record<string, RuleSetting>> = {},
): readonly ActiveRule[] {
  const ids = rules.map(({id}) => id)
  for (const id of Object.keys(settings)) {
    if (!ids.includes(id)) throw new ConfigurationError(`unknown rule: ${id}`, id, ids)
  }
  return rules.flatMap((rule) => {
    const active = activate(rule, Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined)
    return active ? [active] : []
  })
}

function activate(rule: Rule, setting: RuleSetting | undefined): ActiveRule | undefined {
  const [level, given] = typeof setting === 'object' ? setting : [setting, {}]
  if (level !== undefined && !settingLevels.includes(level)) {
    throw new ConfigurationError(
      `unknown level of ${rule.id}: ${String(level)}`,
      String(level),
      settingLevels,
    )
  }
  const {values, problems} = resolveOptions(rule.options, given ?? {})
  const [problem] = problems
  if (problem) {
    const {option, expected, actual} = problem
    const found = JSON.stringify(actual) ?? String(actual)
    throw new ConfigurationError(
      `wrong option of ${rule.id}: ${option} is ${found}, expected ${expected.en}`,
      option,
      Object.keys(rule.options),
    )
  }
  return level === 'off' ? undefined : {rule, level, options: values}
}

/** What a run of rules over a document may be told. */
export interface LintContext {
  readonly language?: Language | undefined
  /** What the tables of other documents define; those of this one where nothing is said. */
  readonly definitions?: Definitions | undefined
  /** The ids of all rules there are, those that are off included. */
  readonly known?: readonly string[]
}

/**
 * Runs rules over a document and leaves out what its directives silence. Pure: the same input gives the same
 * findings, in the order of the document.
 */
export function lintDocument(
  document: TabularDocument,
  rules: readonly ActiveRule[],
  context: LintContext = {},
): readonly Finding[] {
  return collectFindings(document, rules, context, new LooseFindings())
}

/** As {@link lintDocument}, where there may be more findings than there is room for as objects. */
export function collectFindings<F extends Findings>(
  document: TabularDocument,
  rules: readonly ActiveRule[],
  context: LintContext,
  found: FindingCollector<F>,
): F {
  const run = runner(document, context)
  const first = rules.filter(({rule}) => !rule.checksDirectives)
  if (document.markdown.comments.length === 0) {
    for (const rule of first) run(rule, [], (finding) => found.add(finding))
    return found.inOrder()
  }
  const {known = rules.map(({rule}) => rule.id)} = context
  const silence = new Silence(document.markdown)
  const addUnsilenced = (isByName: boolean) => (finding: Finding) => {
    if (!silence.silences(finding, isByName)) found.add(finding)
  }
  for (const rule of first) run(rule, [], addUnsilenced(false))
  const names = {known, run: first.map(({rule}) => rule.id), isComplete: rules.length === known.length}
  const problems = silence.problems(names)
  for (const rule of rules.filter(({rule}) => rule.checksDirectives)) run(rule, problems, addUnsilenced(true))
  return found.inOrder()
}

type RunRule = (
  rule: ActiveRule,
  directives: readonly DirectiveProblem[],
  add: (finding: Finding) => void,
) => void

function runner(document: TabularDocument, {language = 'en', definitions}: LintContext): RunRule {
  let defined = definitions
  return ({rule, level, options}, directives, add) => {
    const write = new FindingWriter(rule, level, document, language)
    rule.check({
      document,
      options,
      get definitions() {
        defined ??= new DefinitionIndex([definitionsIn(document)])
        return defined
      },
      directives,
      language,
      report: (id, report) => add(write.finding(id, report)),
    } as Parameters<Rule['check']>[0])
  }
}
