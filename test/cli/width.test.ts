import {expect, test} from 'vitest'
import {displayWidth} from '../../src/text/width.ts'
import {catalint} from './catalint.ts'

const names = Array.from({length: 12}, (_, index) => `《许可证${index}》`).join('、')
const wide = `## 一级类目：服务\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 甲 | ${names}、《营业执照 》 |\n`

/** The widest line of what a command says of a row. Titles and the summary stay on one line. */
async function widest(argv: readonly string[], columns?: number): Promise<number> {
  const {stdout} = await catalint({'a.md': wide}, argv, columns === undefined ? {} : {columns})
  const lines = stdout.split('\n').filter((line) => line.startsWith(' '))
  return Math.max(...lines.map((line) => displayWidth(line)))
}

test.each([
  ['lint', ['lint']],
  ['query', ['query', '--held=营业执照']],
])('%s fits the terminal, and 100 columns where none says how wide it is', async (_, argv) => {
  expect(await widest(argv, 70)).toBeLessThanOrEqual(70)
  const unknown = await widest(argv)
  expect(unknown).toBeGreaterThan(70)
  expect(unknown).toBeLessThanOrEqual(100)
  expect(await widest(argv, 130)).toBeGreaterThan(100)
})
