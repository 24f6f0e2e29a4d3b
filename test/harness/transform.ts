/** Other ways of writing a document that say the same. */

export function toCrlf(source: string): string {
  return source.replace(/\r\n?|\n/g, '\r\n')
}

export function toCr(source: string): string {
  return source.replace(/\r\n?|\n/g, '\r')
}

export function toLf(source: string): string {
  return source.replace(/\r\n?|\n/g, '\n')
}

export function withoutBom(source: string): string {
  return source.replace(/^\uFEFF+/, '')
}

export function withBom(source: string): string {
  return `\uFEFF${withoutBom(source)}`
}

/** Each tab one blank, but for those that indent a line or follow a mark there: they decide what block it is. */
export function tabsToBlanks(source: string): string {
  return toLf(source)
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^(?:[ \t>]|[-*+#](?=\s)|\d+[.)](?=\s))*/.exec(line) ?? []
      return indent + line.slice(indent.length).replaceAll('\t', ' ')
    })
    .join('\n')
}

export interface Shortened {
  readonly source: string
  /** The line of the whole document, by the line here. */
  readonly lineBefore: readonly number[]
}

/** Without front matter and without lines of prose: only headings, table rows and blank lines are left. */
export function withoutProse(source: string): Shortened {
  const lines = toLf(source).split('\n')
  const matterEnd = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  const kept = lines.flatMap((text, index) =>
    index > matterEnd && /^\s*(?:#|\||$)/.test(text) ? [{text, line: index + 1}] : [],
  )
  return {
    source: kept.map(({text}) => text).join('\n'),
    lineBefore: [0, ...kept.map(({line}) => line)],
  }
}
