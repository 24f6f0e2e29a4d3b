import {toJson} from './json.ts'

/** JSON piece by piece, for there may be more of it than there is room: the same text as {@link toJson} gives. */
export function* jsonChunks(value: unknown): Iterable<string> {
  yield* valueChunks(value, '')
  yield '\n'
}

/** What holds a list of objects is written entry by entry; anything else is small and written in one. */
function* valueChunks(value: unknown, indent: string): Iterable<string> {
  if (isListOfObjects(value)) {
    yield* blockChunks(['[', ']'], value, indent, (item, inner) => valueChunks(item, inner))
  } else if (isObject(value) && Object.values(value).some(isListOfObjects)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    yield* blockChunks(['{', '}'], entries, indent, entryChunks)
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
  items: readonly T[],
  indent: string,
  chunksOf: (item: T, indent: string) => Iterable<string>,
): Iterable<string> {
  const inner = `${indent}  `
  for (const [index, item] of items.entries()) {
    yield `${index === 0 ? start : ','}\n${inner}`
    yield* chunksOf(item, inner)
  }
  yield `\n${indent}${end}`
}

function isListOfObjects(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
