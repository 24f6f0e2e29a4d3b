import type {Finding, Findings} from '../finding.ts'
import {Lines} from './line-list.ts'

/** A finding, and where those of its kind are that are not shown one by one. */
export interface Fold {
  readonly first: Finding
  readonly rest: Places
}

/** Where findings are: as objects there might be more of them than there is room for. */
interface Places {
  readonly count: number
  readonly lines: Lines
  /** The tables that they stand in. */
  readonly tables: ReadonlySet<number>
}

/** Each finding by itself. */
export function* unfolded(findings: Findings): Iterable<Fold> {
  for (const first of findings) yield {first, rest: nowhere}
}

/**
 * Puts together the findings of one file that say the same of many rows: warnings and infos of one message
 * that come twice in some table. A fold stands where its first finding stands.
 */
export function* foldFindings(findings: Findings): Iterable<Fold> {
  const kinds = foldedKinds(findings)
  const shown = new Set<string>()
  for (const first of findings) {
    const kind = kindOf(first)
    if (!shown.has(kind)) yield {first, rest: kinds.get(kind) ?? nowhere}
    if (kinds.has(kind)) shown.add(kind)
  }
}

const nowhere: Places = {count: 0, lines: new Lines(), tables: new Set()}

/** The kinds of finding that come more than once in a table, and where all but the first of each are. */
function foldedKinds(findings: Findings): ReadonlyMap<string, Places> {
  const kinds = new Map<string, Kind>()
  for (const finding of findings) {
    if (finding.level === 'error') continue
    const kind = kindOf(finding)
    const known = kinds.get(kind)
    if (known) known.add(finding)
    else kinds.set(kind, new Kind(finding))
  }
  return new Map([...kinds].filter(([, {isRepeated}]) => isRepeated))
}

/** The findings of a kind behind the first. */
class Kind implements Places {
  count = 0
  readonly lines = new Lines()
  readonly tables = new Set<number>()
  /** Whether two of all stand in one table. */
  isRepeated = false
  readonly #first: number | undefined

  constructor({table}: Finding) {
    this.#first = table
  }

  add({start, table}: Finding): void {
    this.count++
    this.lines.add(start.line)
    if (table === undefined) return
    this.isRepeated ||= table === this.#first || this.tables.has(table)
    this.tables.add(table)
  }
}

function kindOf({rule, messageId, level}: Finding): string {
  return `${rule}\n${messageId}\n${level}`
}
