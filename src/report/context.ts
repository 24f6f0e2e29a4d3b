import {createTheme, type Theme} from './theme.ts'
import type {ReportedFile, ReportedText, ReportOptions} from './types.ts'
import {WORDS, type Words} from './words.ts'

/** What every part of the pretty report needs to know. */
export interface Context {
  readonly all: boolean
  readonly width: number
  readonly words: Words
  readonly theme: Theme
  /** The text of a file of the report. */
  readonly textFor: (path: string) => ReportedText | undefined
}

export function createContext(files: readonly ReportedFile[], options: ReportOptions): Context {
  return {
    all: options.all,
    width: options.width,
    words: WORDS[options.language],
    theme: createTheme(options.color),
    textFor: textsOf(files),
  }
}

/** Texts are asked for when one of their lines is shown. Those of a file are shown together: no other text is kept. */
function textsOf(files: readonly ReportedFile[]): Context['textFor'] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  let last: ReportedFile | undefined
  let text: ReportedText | undefined
  return (path) => {
    const file = path === last?.path ? last : byPath.get(path)
    if (file && file !== last) text = file.text
    last = file
    return file && text
  }
}
