import {stringify} from 'csv-stringify/sync'
import {plainText} from './plain-text.ts'

export type Cell = string | number | boolean | null

/**
 * Rows as RFC 4180 has them, each a piece. Nothing and the empty text are both a blank cell. Halves of surrogate
 * pairs and NUL become U+FFFD.
 * @param isDefused puts ' before what a spreadsheet would take for a formula.
 */
export function* csvLines(rows: Iterable<readonly Cell[]>, isDefused: boolean): Iterable<string> {
  const options = {
    record_delimiter: '\r\n',
    // Else a line feed on its own would not be quoted.
    quote_record_delimiter: true,
    // Some readers trim what is not quoted.
    quoted_match: /^\s|\s$/,
    escape_formulas: isDefused,
    cast: {boolean: String, string: isDefused ? defuseLineFeed : plainText},
  }
  for (const row of rows) yield stringify([row], options)
}

/** The one beginning of a formula that `escape_formulas` does not know. */
function defuseLineFeed(text: string): string {
  const plain = plainText(text)
  return plain.startsWith('\n') ? `'${plain}` : plain
}
