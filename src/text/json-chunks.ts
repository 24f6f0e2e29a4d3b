import {toJson} from './json.ts'

/** JSON piece by piece, for there may be more of it than there is room: the same text as {@link toJson} gives. */
export function* jsonChunks(value: unknown): Iterable<string> {
  yield* valueChunks(value, '')
  yield '\n'
}

/** As {@link jsonChunks}, of a list whose objects are made one after the other. */
export function* jsonListChunks(items: Iterable<object>): Iterable<string> {
  yield* blockChunks(['[', ']'], items, '', valueChunks)
  yield '\n'
}

/** What holds objects is written entry by entry, each made when its turn comes; anything else is small and written in one. */
function* valueChunks(value: unknown, indent: string): Iterable<string> {
  if (holdsObjects(value)) {
    yield* blockChunks(['[', ']'], value, indent, valueChunks)
    return
  }
  // A property may be worked out whenever it is asked for.
  const entries = isObject(value) && !Array.isArray(value) ? Object.entries(value) : []
  if (entries.some(([, item]) => holdsObjects(item))) {
    const stated = entries.filter(([, item]) => item !== undefined)
    yield* blockChunks(['{', '}'], stated, indent, entryChunks)
  } else {
    yield toJson(value).trimEnd().replaceAll('\n', `\n${indent}`)
  }
}

function* entryChunks([key, item]: readonly [string, unknown], indent: string): Iterable<string> {
  yield `${JSON.stringify(key)}: `
  yield* valueChunks(item, indent)
}

function* blockChunks<T>(
  [start, end]: readonly [string, string],
  items: Iterable<T>,
  indent: string,
  chunksOf: (item: T, indent: string) => Iterable<string>,
): Iterable<string> {
  const inner = `${indent}  `
  let isFirst = true
  for (const item of items) {
    yield `${isFirst ? start : ','}\n${inner}`
    yield* chunksOf(item, inner)
    isFirst = false
  }
  yield isFirst ? start + end : `\n${indent}${end}`
}

function holdsObjects(value: unknown): value is Iterable<object> {
  if (Array.isArray(value)) return value.length > 0 && value.every(isObject)
  return isObject(value) && Symbol.iterator in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
