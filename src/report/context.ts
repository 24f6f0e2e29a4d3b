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

/** Indexes a source only when one of its lines is shown. Those of a file are shown together: no other index is kept. */
function lineIndexes(files: readonly ReportedFile[]): Context['linesOf'] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  let last: {readonly file: ReportedFile; readonly lines: LineIndex} | undefined
  return (path) => {
    const file = byPath.get(path)
    if (file && file !== last?.file) last = {file, lines: new LineIndex(file.source)}
    return file && last?.lines
  }
}
