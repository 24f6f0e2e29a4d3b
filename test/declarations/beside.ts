import {type Finding, lintText, readDefinitions, type TableDeclarations} from '../../src/index.ts'

/** What is found in a text that is linted together with others. */
export function lintBeside(
  source: string,
  others: readonly string[],
  tables: TableDeclarations = {},
): readonly Finding[] {
  const sources = [source, ...others].map((text, index) => ({source: text, path: `${index}.md`}))
  const definitions = readDefinitions(sources, {tables})
  return lintText(source, {path: '0.md', definitions, tables}).findings
}
