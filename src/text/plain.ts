// Ambiguous width counts as narrow. Those of reports are among them (`×`, `›`, `│`), so that what is costly to make is not made
// for these alone.
const NARROW = '\\t\\x20-\\x7E\\u00B7\\u00D7\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026\\u203A\\u2502'
const WIDE = '\\u3000-\\u3029\\u3041-\\u3096\\u30A0-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uFF01-\\uFF60'

/** Characters of one code unit that a terminal shows as they are and that never join their neighbours, for a class of a pattern. */
export const PLAIN = NARROW + WIDE

const IS_PLAIN = new RegExp(`^[${PLAIN}]*$`)

/** Whether each code unit is a grapheme of its own, and shown as it is but for tabs. */
export function isPlain(text: string): boolean {
  return IS_PLAIN.test(text)
}

/** Whether each code unit is printed as it is, in one column or two. */
export function isPlainLine(text: string): boolean {
  return isPlain(text) && !text.includes('\t')
}
