/** What closes each quotation mark. */
export const closingQuotes: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  '「': '」',
  '『': '』',
}

/** A quotation is no longer than this; a mark that closes nothing nearby is text. */
const longestQuote = 200

/** The quotations of a text. */
export class Quotes {
  readonly #text: string
  /** Where each straight quotation mark is closed; null for those that close one or stand alone. */
  readonly #straight: ReadonlyMap<number, number | null>

  constructor(text: string) {
    this.#text = text
    this.#straight = pairStraightQuotes(text)
  }

  /** The end of the quotation that begins at a place. */
  endAt(start: number): number | undefined {
    const closing = closingQuotes[this.#text.charAt(start)]
    const pair = this.#straight.get(start)
    if (closing === undefined || pair === null) return undefined
    if (pair !== undefined) return pair + 1
    const length = this.#text.slice(start + 1, start + longestQuote).indexOf(closing)
    return length < 0 ? undefined : start + length + 2
  }
}

/** Straight marks open and close in turn on each line. One after a digit is a measure (`12"`). */
function pairStraightQuotes(text: string): ReadonlyMap<number, number | null> {
  const pairs = new Map<number, number | null>()
  let open: number | undefined
  for (const {0: char, index} of text.matchAll(/"|\n/g)) {
    if (char === '\n') open = undefined
    else if (open === undefined) {
      pairs.set(index, null)
      if (!/\d/.test(text.charAt(index - 1))) open = index
    } else {
      pairs.set(open, index)
      pairs.set(index, null)
      open = undefined
    }
  }
  return pairs
}
