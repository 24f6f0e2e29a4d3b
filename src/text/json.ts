import {replaceHidden} from './escape.ts'

/**
 * JSON, indented, with a final line feed. Characters that a terminal would obey or hide are written as escapes,
 * so that the value stays what it is.
 */
export function toJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split('\n')
  return `${lines.map(escapeHidden).join('\n')}\n`
}

/** JSON on one line, without a line feed, with the same characters written as escapes. */
export function toJsonLine(value: unknown): string {
  return escapeHidden(JSON.stringify(value))
}

function escapeHidden(text: string): string {
  return replaceHidden(text, escapeUnits)
}

function escapeUnits(text: string): string {
  let escaped = ''
  for (let index = 0; index < text.length; index++) {
    escaped += `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
  }
  return escaped
}
