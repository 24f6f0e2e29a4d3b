import {escapeCharacter, replaceHidden} from './escape.ts'

/**
 * The text as it stands in an attribute of XML 1.0 or between two tags. A reader gets it back as it was, but for
 * characters that XML cannot hold: they are shown, as in a terminal.
 */
export function escapeXml(text: string): string {
  const marked = text.replace(impossible, escapeCharacter).replace(/[&<>"'\t]/g, toReference)
  return replaceHidden(marked, toReference)
}

/** What is no character of XML 1.0: <https://www.w3.org/TR/xml/#charsets> */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A reference stays what it is where line ends and blanks are normalised. */
function toReference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`
}
