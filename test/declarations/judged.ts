import {type ColumnDeclaration, lintText, type TableDeclaration} from '../../src/index.ts'

/** A Markdown table. */
export function tableOf(...rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows
  return `${[header, header.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

/** What is found in a text with one declared table: line, rule, message and the text that is pointed at. */
export function judge(
  source: string,
  columns: readonly ColumnDeclaration[],
  table: Omit<TableDeclaration, 'columns'> = {},
): readonly string[] {
  return lintText(source, {tables: {t: {...table, columns}}}).findings.map(
    ({start, end, level, rule, messageId}) =>
      `${start.line} ${level} ${rule} ${messageId} ${source.slice(start.offset, end.offset)}`,
  )
}
