import {LineIndex} from '../text/lines.ts'
import {createTheme, type Theme} from './theme.ts'
import type {ReportedFile, ReportOptions} from './types.ts'
import {WORDS, type Words} from './words.ts'

/** What every part of the pretty report needs to know. */
export interface Context {
  readonly all: boolean
  readonly width: number
  readonly words: Words
  readonly theme: Theme
  /** The lines of a file, where its source is at hand. */
  readonly linesOf: (path: string) => LineIndex | undefined
}

export function createContext(files: readonly ReportedFile[], options: ReportOptions): Context {
  return {
    all: options.all,
    width: options.width,
    words: WORDS[options.language],
    theme: createTheme(options.color),
    linesOf: lineIndexes(files),
  }
}

/** Indexes a source once, and only when one of its lines is shown. */
function lineIndexes(files: readonly ReportedFile[]): Context['linesOf'] {
  const sources = new Map(files.map(({path, source}) => [path, source]))
  const indexes = new Map<string, LineIndex>()
  return (path) => {
    const source = sources.get(path)
    if (source === undefined) return undefined
    const index = indexes.get(path) ?? new LineIndex(source)
    indexes.set(path, index)
    return index
  }
}
