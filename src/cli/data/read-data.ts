import {extname} from 'node:path'
import type {DataPath} from '../../shape/problem.ts'
import {LineIndex} from '../../text/lines.ts'
import {decodeText} from '../decode.ts'
import {RunError} from '../errors.ts'
import {type Parsed, SyntaxFault} from './parsed.ts'
import {readBounded} from './read-bounded.ts'

/** What a file of data says, and how to point at a place in it. */
export interface DataFile {
  /** As it was named. */
  readonly path: string
  readonly value: unknown
  /** The path, with line and column where they are known: `a.yaml:7:5`. */
  place(path: DataPath): string
}

/** Reads a file of data: JSON with comments, YAML or TOML by its extension. Throws a {@link RunError} if it is none. */
export async function readData(absolute: string, path: string): Promise<DataFile> {
  const text = decodeText(readBounded(absolute, path), path).replace(/^\uFEFF/, '')
  const lines = new LineIndex(text)
  const placeAt = (offset: number | undefined) => {
    if (offset === undefined) return path
    const {line, column} = lines.pointAt(offset)
    return `${path}:${line}:${column}`
  }
  try {
    const {value, offsetOf} = (await parserFor(path))(text)
    return {path, value, place: (at) => placeAt(offsetOf(at))}
  } catch (error) {
    throw asRunError(error, path, placeAt)
  }
}

/** A run loads only what it uses. */
async function parserFor(path: string): Promise<(text: string) => Parsed> {
  switch (extname(path).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return (await import('./yaml.ts')).parseYaml
    case '.toml':
      return (await import('./toml.ts')).parseToml
    default:
      return (await import('./json.ts')).parseJson
  }
}

function asRunError(error: unknown, path: string, placeAt: (offset: number) => string): unknown {
  if (error instanceof SyntaxFault)
    return new RunError(error.what, {path: placeAt(error.offset), cause: error})
  // The parsers call themselves for each level.
  if (error instanceof RangeError) {
    const what = {en: 'its data is nested too deeply', zh: '数据嵌套过深'}
    return new RunError(what, {path, cause: error, todo: {en: 'write it flatter', zh: '请减少嵌套层数'}})
  }
  return error
}
