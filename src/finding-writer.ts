import type {TabularDocument} from './dataset/model.ts'
import type {Finding, Language, Level, RelatedPlace} from './finding.ts'
import type {Message, Report, Rule} from './rule.ts'
import {compileText, type Template, type Values} from './text/format.ts'

/** Makes findings of what one rule reports: its words in one language, points for offsets, the place in the table. */
export class FindingWriter {
  readonly #rule: Rule
  readonly #level: Level | undefined
  readonly #document: TabularDocument
  readonly #language: Language
  readonly #messages = new Map<string, CompiledMessage>()

  /** @param level stands in for the rule's own levels. */
  constructor(rule: Rule, level: Level | undefined, document: TabularDocument, language: Language) {
    this.#rule = rule
    this.#level = level
    this.#document = document
    this.#language = language
  }

  finding(messageId: string, report: Report & {readonly data?: Values}): Finding {
    const {level, text, help, folded} = this.#message(messageId)
    const {lines} = this.#document.markdown
    const data = report.data ?? noValues
    const finding: Draft = {
      rule: this.#rule.id,
      messageId,
      level,
      message: text(data),
      start: lines.pointAt(report.at.start),
      end: lines.pointAt(report.at.end),
    }
    if (help) finding.help = help(data)
    if (folded) finding.folded = folded
    placeInTable(finding, report)
    if (report.related?.length) finding.related = report.related.map((place) => this.#related(place))
    if (report.fix) finding.fix = report.fix
    return finding
  }

  #related({at, message}: NonNullable<Report['related']>[number]): RelatedPlace {
    const {lines, path} = this.#document.markdown
    return {
      path,
      start: lines.pointAt(at.start),
      end: lines.pointAt(at.end),
      message: message[this.#language],
    }
  }

  #message(id: string): CompiledMessage {
    const known = this.#messages.get(id)
    if (known) return known
    const message = Object.hasOwn(this.#rule.messages, id) ? this.#rule.messages[id] : undefined
    if (!message) throw new Error(`${this.#rule.id} has no message ${id}`)
    const level = this.#level ?? message.level ?? this.#rule.level
    const compiled = {level, ...compileMessage(message, this.#language)}
    this.#messages.set(id, compiled)
    return compiled
  }
}

type Draft = {-readonly [K in keyof Finding]: Finding[K]}

interface CompiledMessage {
  readonly level: Level
  readonly text: Template
  readonly help?: Template
  readonly folded?: string
}

const noValues: Values = {}

function compileMessage(message: Message, language: Language): Omit<CompiledMessage, 'level'> {
  const {help, folded} = message
  return {
    text: compileText(message[language]),
    ...(help ? {help: compileText(help[language])} : {}),
    ...(folded ? {folded: folded[language]} : {}),
  }
}

/** The category, key and column that a finding stands in, and its table. */
function placeInTable(finding: Draft, report: Report): void {
  const {record, column} = report
  const table = report.table ?? record?.table
  const category = report.category ?? record?.category ?? table?.heading?.name
  const label =
    typeof column === 'string' ? table?.columns.find(({role}) => role === column)?.label : column?.label
  if (category) finding.category = category
  if (record?.name) finding.key = record.name
  if (label) finding.column = label
  if (table) finding.table = table.table.header.line
}
