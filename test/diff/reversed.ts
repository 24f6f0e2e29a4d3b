import type {Change, DatasetDiff} from '../../src/diff/model.ts'

/** What a diff says, told from the other side. */
export function reversed(diff: DatasetDiff): DatasetDiff {
  const {added, removed} = diff.summary
  return {
    ...diff,
    changes: diff.changes.map(reversedChange),
    summary: {...diff.summary, added: removed, removed: added},
  }
}

type Fields = Readonly<Record<string, unknown>>

const opposite: Readonly<Record<string, string>> = {
  added: 'removed',
  removed: 'added',
  tightened: 'loosened',
  loosened: 'tightened',
}

function reversedChange(change: Change): Change {
  return swapped(change as unknown as Fields) as unknown as Change
}

/** What stands for the first and for the second changes places, at every depth but within requirements. */
function swapped(fields: Fields): Fields {
  const {kind, effect, from, to, before, after, added, removed, path, pathBefore, ...rest} = fields
  return {
    ...(kind === undefined ? {} : {kind: opposite[String(kind)] ?? kind}),
    ...(effect === undefined ? {} : {effect: opposite[String(effect)] ?? effect}),
    ...(from === undefined ? {} : {from: to, to: from}),
    ...swappedPair(before, after, 'before', 'after'),
    ...swappedPair(added, removed, 'added', 'removed'),
    ...(path === undefined ? {} : {path: pathBefore ?? path}),
    ...(pathBefore === undefined ? {} : {pathBefore: path}),
    ...Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        key === 'subcategories'
          ? swappedRows(value as readonly Fields[])
          : isInner(key, value)
            ? swapped(value)
            : value,
      ]),
    ),
  }
}

function swappedRows(rows: readonly Fields[]): readonly Fields[] {
  return rows.map(({name, nameBefore, ...rest}) => ({
    ...rest,
    name: nameBefore ?? name,
    ...(nameBefore === undefined ? {} : {nameBefore: name}),
  }))
}

function swappedPair(one: unknown, other: unknown, first: string, second: string): Fields {
  return {
    ...(other === undefined ? {} : {[first]: other}),
    ...(one === undefined ? {} : {[second]: one}),
  }
}

function isInner(key: string, value: unknown): value is Fields {
  return (
    ['places', 'qualification', 'note', 'licenses'].includes(key) &&
    typeof value === 'object' &&
    value !== null
  )
}

/** The changes as a set of texts: the order of keys, rows and licences does not matter. */
export function asSet(changes: readonly Change[]): readonly string[] {
  return changes.map((change) => JSON.stringify(normalized(change))).sort()
}

const unordered = ['subcategories', 'added', 'removed']

function normalized(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalized(item))
    return unordered.includes(key) ? items.map((item) => JSON.stringify(item)).sort() : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, normalized(item, key)]))
}
