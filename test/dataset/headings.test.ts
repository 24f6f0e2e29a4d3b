import {expect, it} from 'vitest'
import {compileTables} from '../../src/dataset/compile.ts'
import {headingReader} from '../../src/dataset/headings.ts'
import {readDocument} from '../../src/document/read.ts'
import {disguise, pick} from '../fast/disguise.ts'
import {createRandom} from '../harness/random.ts'

const texts = 2000

it('is told from its source that a paragraph may be a label and a mark, however these are written', () => {
  let labelled = 0
  for (const contract of compileTables().filter(({headings}) => headings.length > 0)) {
    const reader = headingReader(contract)
    for (let seed = 0; seed < texts; seed++) {
      const random = createRandom(seed)
      const {label} = pick(contract.headings, random)
      const source = disguise(`${label}${pick([':', '：', ' - ', '|'], random)}甲`, random, 0.3)
      for (const {content} of paragraphsOf(source)) {
        const read = reader.read(content.text)
        if (!read || read.separator === 'blank') continue
        labelled++
        expect(reader.mayLabel(content.raw), source).toBe(true)
      }
    }
  }
  expect(labelled).toBeGreaterThan(texts / 10)
})

it('takes no label for written where a character of it or the mark is missing', () => {
  const [contract] = compileTables().filter(({isCatalogue}) => isCatalogue)
  if (!contract) throw new Error('no catalogue')
  const reader = headingReader(contract)
  for (const raw of ['说明：**甲**', '**甲**', '一级类目 甲', ''])
    expect(reader.mayLabel(raw), raw).toBe(false)
  expect(reader.mayLabel('**一级**类目：甲')).toBe(true)
})

function paragraphsOf(source: string) {
  const {sections} = readDocument(source, 'input.md')
  return sections.flatMap(({blocks}) => blocks.filter((block) => block.type === 'paragraph'))
}
