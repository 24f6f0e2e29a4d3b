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
  if (findings.length === 1) return yield* unfolded(findings)
  const kinds = new Kinds()
  for (const finding of findings) kinds.add(finding)
  for (const first of findings) {
    const kind = kinds.of(first)
    if (!kind?.isRepeated) yield {first, rest: nowhere}
    else if (kind.isDue()) yield {first, rest: kind}
  }
}

const nowhere: Places = {count: 0, lines: new Lines(), tables: new Set()}

/** What findings say. To look it up part by part takes no text of all parts. */
type ByKind = Map<Finding['level'], Map<Finding['rule'], Map<Finding['messageId'], Kind>>>

/** The findings of a file that may be folded, by what they say. */
class Kinds {
  readonly #kinds: ByKind = new Map()

  add(finding: Finding): void {
    const {level, rule, messageId} = finding
    if (level === 'error') return
    const messages = at(at(this.#kinds, level), rule)
    const kind = messages.get(messageId)
    if (kind) kind.add(finding)
    else messages.set(messageId, new Kind(finding))
  }

  of({level, rule, messageId}: Finding): Kind | undefined {
    return this.#kinds.get(level)?.get(rule)?.get(messageId)
  }
}

/** What a map has under a key, which is a map too. */
function at<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key) ?? new Map<L, V>()
  map.set(key, known)
  return known
}

/** The findings of a kind behind the first. */
class Kind implements Places {
  count = 0
  readonly lines = new Lines()
  readonly tables = new Set<number>()
  /** Whether two of all stand in one table. */
  isRepeated = false
  readonly #first: number | undefined
  #isDue = true

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

  /** Whether its fold is still to come, which it is no longer when that is asked. */
  isDue(): boolean {
    const isDue = this.#isDue
    this.#isDue = false
    return isDue
  }
}
