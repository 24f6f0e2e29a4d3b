import {describe, expect, it} from 'vitest'
import {checkText} from '../../src/lint-text.ts'
import {judge, tableOf} from './judged.ts'

/** The values of a cell as the source has them, by the separators. */
function valuesOf(cell: string, separator: string | readonly string[]): readonly string[] {
  const source = `| x |\n| --- |\n| ${cell} |\n`
  const tables = {t: {columns: [{name: 'x', separator}], missingValues: ['-']}}
  const [table] = checkText(source, {tables}).document.tables
  const [record] = table?.records ?? []
  const [column] = table?.columns ?? []
  if (!table || !record || !column) return []
  return table
    .valuesOf(record.row, column)
    .map(({text, range}) => `${text}@${source.slice(range.start, range.end)}`)
}

describe('the values of a cell', () => {
  it.each([
    ['a', [], ['a@a']],
    ['a、b，c', ['、', '，'], ['a@a', 'b@b', 'c@c']],
    ['a 、 b', '、', ['a@a', 'b@b']],
    ['a、、b、', '、', ['a@a', 'b@b']],
    ['a（b、c）、d', '、', ['a（b、c）@a（b、c）', 'd@d']],
    ['a（b、c', '、', ['a（b@a（b', 'c@c']],
    ['《a、b》、c', '、', ['《a、b》@《a、b》', 'c@c']],
    ['a \\| b', '|', ['a@a', 'b@b']],
    ['`a`、**b**', '、', ['a@a', 'b@b']],
    ['a<br>b', '\n', ['a@a', 'b@b']],
    ['a, -', ',', ['a@a']],
    ['-', [], []],
    ['', '、', []],
    ['a and b', ' and ', ['a@a', 'b@b']],
    ['a（b、c)、d', '、', ['a（b、c)@a（b、c)', 'd@d']],
    ['a(b、c）、d', '、', ['a(b、c）@a(b、c）', 'd@d']],
    ['a［b、c]、d', '、', ['a［b、c]@a［b、c]', 'd@d']],
    [
      '`Array<string \\| number>` \\| null',
      '|',
      ['Array<string | number>@Array<string \\| number>', 'null@null'],
    ],
    ['`List<Map<a,b>>`,c', ',', ['List<Map<a,b>>@List<Map<a,b>>', 'c@c']],
    ['`Promise<() => a,b>`,c', ',', ['Promise<() => a,b>@Promise<() => a,b>', 'c@c']],
    ['`<5,>3`', ',', ['<5@<5', '>3@>3']],
    ['a < b, c > d', ',', ['a < b@a < b', 'c > d@c > d']],
    ['a > b', ' > ', ['a@a', 'b@b']],
  ] as const)('%s by %j', (cell, separator, values) => {
    expect(valuesOf(cell, separator)).toEqual(values)
  })

  it('are one where the whole cell is a value that there is', () => {
    const source = tableOf(['x'], ['on/off'], ['`on/off`'], ['on / auto'], ['off/on'])
    const column = {name: 'x', separator: '/', enum: ['on/off', 'on', 'auto']}
    expect(judge(source, [column])).toEqual(['6 error column-value enum off'])
  })

  it('are found in time linear in the cell', () => {
    const many = valuesOf('（'.repeat(100_000), '、')
    expect(many).toHaveLength(1)
  })
})
