import type {BaselineEntry} from './model.ts'

/** What stands in the file of a baseline beside its entries. */
const version = 1

/**
 * The file of a baseline: JSON with a line for each entry, in the order of the fingerprints. What two branches add lies
 * scattered over it, so that git seldom has to put two changes in one place. And as the version comes last, every
 * entry ends with a comma: lines can come and go without a change to others, and git may keep both sides' lines.
 */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries].sort(byFingerprint).map(({fingerprint, path, rule, place, count}) => {
    const values = Object.entries({path, rule, place, count}).map(
      ([name, value]) => `${json(name)}: ${json(value)}`,
    )
    return `${json(fingerprint)}: {${values.join(', ')}},`
  })
  return ['{', ...lines, `"version": ${version}`, '}', ''].join('\n')
}

/** The entries in the value of a baseline's file, or nothing if it is no baseline. */
export function entriesIn(value: unknown): readonly BaselineEntry[] | undefined {
  if (!isObject(value) || value.version !== version) return undefined
  const entries = Object.entries(value).flatMap(([fingerprint, entry]) =>
    fingerprint === 'version' ? [] : [toEntry(fingerprint, entry)],
  )
  const whole = entries.filter((entry) => entry !== undefined)
  return whole.length === entries.length ? whole : undefined
}

function toEntry(fingerprint: string, value: unknown): BaselineEntry | undefined {
  if (!/^[\da-f]{16}$/.test(fingerprint) || !isObject(value)) return undefined
  const {path, rule, place, count} = value
  const isText = typeof path === 'string' && typeof rule === 'string' && typeof place === 'string'
  if (!isText || typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined
  return {fingerprint, path, rule, place, count}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function byFingerprint(a: BaselineEntry, b: BaselineEntry): number {
  return a.fingerprint < b.fingerprint ? -1 : 1
}

function json(value: string | number): string {
  return JSON.stringify(value)
}
