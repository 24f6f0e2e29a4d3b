import type {CategoryDocument} from './dataset/model.ts'
import type {Finding, Language, Level, RelatedPlace} from './finding.ts'
import {resolveOptions} from './options.ts'
import type {Message, Report, Rule} from './rule.ts'
import {formatText} from './text/format.ts'

/** What a user sets for a rule: its level, or its level and options. */
export type RuleSetting = Level | 'off' | readonly [Level | 'off', Readonly<Record<string, unknown>>]

export interface LintOptions {
  /** The document's path, as findings and the dataset state it. */
  readonly path?: string
  readonly language?: Language
  /** Settings by rule id. A rule without one runs at its own level. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Rules of one's own, made with `defineRule`, to run beside the built-in ones. */
  readonly extraRules?: readonly Rule[]
}

/** A setting that names no rule, level or option that there is. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** The word that is unknown and the words that could stand in its place, for a suggestion. */
  readonly unknown: string | undefined
  readonly known: readonly string[]

  constructor(message: string, unknown?: string, known: readonly string[] = []) {
    super(message)
    this.unknown = unknown
    this.known = known
  }
}

/** A rule with what the user set for it. */
export interface ActiveRule {
  readonly rule: Rule
  /** Stands in for the rule's own levels. */
  readonly level: Level | undefined
  readonly options: Readonly<Record<string, unknown>>
}

const levels: readonly string[] = ['error', 'warning', 'info', 'off']

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
  if (level !== undefined && !levels.includes(level)) {
    throw new ConfigurationError(`unknown level of ${rule.id}: ${String(level)}`, String(level), levels)
  }
  const {values, problems} = resolveOptions(rule.options, given ?? {})
  const [problem] = problems
  if (problem) {
    const {option, expected, actual} = problem
    const found = JSON.stringify(actual) ?? String(actual)
    throw new ConfigurationError(
      `wrong option of ${rule.id}: ${option} is ${found}, expected ${expected}`,
      option,
      Object.keys(rule.options),
    )
  }
  return level === 'off' ? undefined : {rule, level, options: values}
}

/** Runs rules over a document. Pure: the same input gives the same findings, in the order of the document. */
export function lintDocument(
  document: CategoryDocument,
  rules: readonly ActiveRule[],
  language: Language = 'en',
): readonly Finding[] {
  const findings: Finding[] = []
  for (const active of rules) {
    active.rule.check({
      document,
      options: active.options,
      language,
      report: (id, report) => findings.push(toFinding(active, id, report, document, language)),
    } as Parameters<Rule['check']>[0])
  }
  return findings.sort(byPlace)
}

function toFinding(
  {rule, level}: ActiveRule,
  messageId: string,
  report: Report & {readonly data?: Readonly<Record<string, string | number>>},
  {markdown}: CategoryDocument,
  language: Language,
): Finding {
  const message = rule.messages[messageId]
  if (!message) throw new Error(`${rule.id} has no message ${messageId}`)
  const {lines, path} = markdown
  const data = report.data ?? {}
  return {
    rule: rule.id,
    messageId,
    level: level ?? message.level ?? rule.level,
    message: formatText(message[language], data),
    ...(message.help ? {help: formatText(message.help[language], data)} : {}),
    ...foldedWords(message, language),
    start: lines.pointAt(report.at.start),
    end: lines.pointAt(report.at.end),
    ...placeInTable(report),
    ...(report.related ? {related: report.related.map(toRelated)} : {}),
    ...(report.fix ? {fix: report.fix} : {}),
  }

  function toRelated({at, message: words}: NonNullable<Report['related']>[number]): RelatedPlace {
    return {path, start: lines.pointAt(at.start), end: lines.pointAt(at.end), message: words[language]}
  }
}

/** The category, key and column that a finding stands in, and its table. */
function placeInTable({record, table = record?.table, column, ...report}: Report) {
  const category = report.category ?? record?.category ?? table?.heading?.name
  const label =
    typeof column === 'string' ? table?.columns.find(({role}) => role === column)?.label : column?.label
  return {
    ...(category ? {category} : {}),
    ...(record?.name ? {key: record.name} : {}),
    ...(label ? {column: label} : {}),
    ...(table ? {table: table.table.header.line} : {}),
  }
}

function foldedWords({folded}: Message, language: Language): Pick<Finding, 'folded'> {
  if (!folded) return {}
  return {folded: (count, tables) => formatText(folded[language], {count, tables})}
}

function byPlace(a: Finding, b: Finding): number {
  if (a.start.offset !== b.start.offset) return a.start.offset - b.start.offset
  if (a.end.offset !== b.end.offset) return a.end.offset - b.end.offset
  return a.rule < b.rule ? -1 : Number(a.rule > b.rule)
}
