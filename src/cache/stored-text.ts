/** Stands before each text of a line: a control character that Markdown has no use for. */
export const separator = '\u001F'

export const separatorByte = 0x1f

/** What ends a text, tabs and line feeds, so that a line is one, what begins an escape, and halves of characters, which UTF-8 does not have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const special = /[\\\t\n\u001F\uD800-\uDFFF]/gu

/** A text with what cannot stand in a line as `\` and the four hexadecimal digits of its code unit. */
export function escapeStored(text: string): string {
  return text.replace(special, (unit) => `\\${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text that was escaped. Whatever else it is given is a text too. */
export function unescapeStored(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\([\da-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}
