// Contracts for tables that others wrote.

/** Whether a header can be declared: none of its words is blank or stands twice. */
export function isDeclarable(header) {
  const words = header.map(wordOf)
  return header.length > 0 && words.every(Boolean) && new Set(words).size === words.length
}

/**
 * Declares each header that there is.
 *
 * @param first what the first column must hold in each.
 */
export function declarations(tables, first = {}) {
  const headers = new Map(tables.map(({header}) => [header.map(wordOf).join('|'), header]))
  // A header that is a part of another one comes after it.
  const sorted = [...headers.values()].sort((left, right) => right.length - left.length)
  return Object.fromEntries(
    sorted.map((header, at) => [
      `table-${at}`,
      {
        columns: header.map((word, index) => ({
          name: `c${index}`,
          headers: [word],
          ...(index === 0 ? first : {}),
        })),
      },
    ]),
  )
}

/** Header words are the same whatever their width, case, blanks and remarks in brackets. */
function wordOf(text) {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()
}
