import type {DiffLine} from '../fix/diff/unified.ts'
import {escapeControls} from '../text/escape.ts'
import {createTheme, type Theme} from './theme.ts'

export interface DiffOptions {
  /** Whether a person will look at it on a terminal, which would obey control characters. */
  readonly isShown: boolean
  readonly color: boolean
}

/** Writes a diff down: byte for byte for programs, or for people. */
export function* writeDiff(lines: Iterable<DiffLine>, {isShown, color}: DiffOptions): Iterable<string> {
  const theme = createTheme(color)
  for (const {kind, text} of lines) yield isShown ? `${show(kind, text, theme)}\n` : text
}

function show(kind: DiffLine['kind'], text: string, theme: Theme): string {
  return paintOf(kind, theme)(escapeControls(text.replace(/\r?\n$/, '')))
}

function paintOf(kind: DiffLine['kind'], theme: Theme): (text: string) => string {
  switch (kind) {
    case 'file':
      return theme.strong
    case 'hunk':
      return theme.related
    case 'removed':
      return theme.level.error
    case 'added':
      return theme.good
    case 'same':
    case 'note':
      return String
  }
}
