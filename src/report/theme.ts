import picocolors from 'picocolors'
import type {Level} from '../finding.ts'

/** Colours a text, or leaves it as it is. */
export type Paint = (text: string) => string

/** How the parts of a report look. */
export interface Theme {
  readonly level: Readonly<Record<Level, Paint>>
  readonly place: Paint
  readonly related: Paint
  readonly faint: Paint
  readonly strong: Paint
  readonly good: Paint
}

/** What stands before a message, so that its level is not told by colour alone. */
export const SYMBOLS: Readonly<Record<Level, string>> = {error: '×', warning: '!', info: 'i'}

export function createTheme(color: boolean): Theme {
  const colors = picocolors.createColors(color)
  return {
    level: {error: colors.red, warning: colors.yellow, info: colors.blue},
    place: colors.underline,
    related: colors.cyan,
    faint: colors.dim,
    strong: colors.bold,
    good: colors.green,
  }
}
