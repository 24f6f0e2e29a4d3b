import {expect, it} from 'vitest'
import {simpleNodes} from '../../../src/document/simple-markup.ts'
import {pick} from '../../fast/disguise.ts'
import {createRandom} from '../../harness/random.ts'
import {readBothWays} from './described.ts'

/** How many tables to read; more by hand. */
const texts = Number(process.env.LINE_TEXTS ?? 300)

/** Marks, whole and broken, and what may stand beside them and within. */
const pieces = [
  ...'** ** ** * *** **** ` ` `` ~ _ <br> <br \\ &amp; ['.split(' '),
  '<BR />',
  ...Array.from('甲乙aZ3éか𠮷䷀。，("- \t\u3000\u200B\0'),
  '  ',
  ...['**甲**', '**乙a 3**', '`x`', '`a<br>b`', '` x `', '`**a**`', '**`a`**', '**a。**', '**（甲）**'],
]

function randomCell(seed: number): string {
  const random = createRandom(seed)
  return Array.from({length: 1 + Math.floor(random() * 7)}, () => pick(pieces, random)).join('')
}

it('reads cells with simple markup as the parser does', () => {
  const cells = Array.from({length: texts * 10}, (_, seed) => randomCell(seed))
  for (let at = 0; at < cells.length; at += 10) {
    const rows = cells.slice(at, at + 10).map((cell) => `| ${cell} |\n`)
    const {lines, whole} = readBothWays(`| a |\n| - |\n${rows.join('')}`)
    expect(lines, rows.join('')).toEqual(whole)
  }
  const simple = cells.filter((cell) => /[*`]/.test(cell) && simpleNodes(cell, {start: 0, end: cell.length}))
  expect(simple.length).toBeGreaterThan(cells.length / 50)
})
