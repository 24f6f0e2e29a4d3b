import {describe, expect, it} from 'vitest'
import {type Finding, lintText, readDataset} from '../../src/index.ts'
import {createRandom, type Random} from '../harness/random.ts'
import {toCr, toCrlf} from '../harness/transform.ts'
import {documents, hash} from '../invariants/fixtures.ts'
import {applyFixes} from '../rules/apply.ts'

/** What may be lost with a comment that does nothing. */
const comments = [
  '<!-- catalint-disable-line no-such-finding -->',
  '<!-- catalint-disable-line license-name -->',
  '<!-- catalint-disable-line -->',
  '<!-- catalint-disable-next-line license-name -->',
  '<!-- catalint-disable license-name -->',
  '<!-- catalint-enable -->',
  '<!-- catalint-disable-file license-name -- why\nnot -->',
]

const short = documents.filter(({source}) => source.length < 4000)

describe('taking away a comment that does nothing', () => {
  it.each(short)('leaves the dataset of $name as it is', ({name, source}) => {
    const random = createRandom(hash(name))
    for (let round = 0; round < 4; round++) {
      const ending = pick([toCr, toCrlf, (text: string) => text], random)
      const text = ending(withComments(source, random))
      const mended = applyFixes(text, unused(text))
      expect(rows(mended), JSON.stringify(text)).toEqual(rows(text))
    }
  })

  it('takes away nearly all that are put in', () => {
    const random = createRandom(1)
    const texts = short.map(({source}) => withComments(source, random))
    const found = texts.flatMap(unused).filter(({messageId}) => messageId === 'unused')
    expect(found.length).toBeGreaterThan(short.length / 2)
    expect(found.filter(({fix}) => !fix).length).toBeLessThan(found.length / 4)
  })
})

describe('a comment stays', () => {
  it.each([
    ['before what would become front matter', '<!-- catalint-disable -->\n---\ntitle: 甲\n---\n'],
    ['between a list and code', '- 甲\n\n<!-- catalint-disable -->\n    | 乙 |\n'],
    ['in other HTML', '<div>\n<!-- catalint-disable -->\n| 甲 | 乙 |\n| --- | --- |\n</div>\n'],
    ['before text on its line', '<!-- catalint-disable --> - 甲\n'],
    ['between what would become one', '甲*<!-- catalint-disable -->*乙\n'],
    [
      'where a backslash would escape a pipe',
      '| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁\\\\ <!-- catalint-disable -->|\n',
    ],
  ])('%s', (_, source) => {
    expect(unused(source)).toMatchObject([{messageId: 'unused'}])
    expect(unused(source)[0]?.fix).toBeUndefined()
  })
})

function unused(text: string): readonly Finding[] {
  return lintText(text).findings.filter(({rule}) => rule === 'unused-directive')
}

/** The data of a document without the places. */
function rows(text: string): unknown {
  return readDataset(text).categories.map(({name, subcategories}) => [
    name,
    subcategories.map(({line, column, problems, ...row}) => row),
  ])
}

function withComments(source: string, random: Random): string {
  const lines = source.split(/\r\n|\r|\n/)
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const at = Math.floor(random() * lines.length)
    const comment = pick(comments, random)
    if (random() < 0.4) lines.splice(at, 0, pick(['', '> ', '  '], random) + comment)
    else lines[at] = inLine(lines[at] ?? '', comment.replace('\n', ' '), random)
  }
  return lines.join('\n')
}

/** Before or after a pipe, or at the end of a line, with a blank or none. */
function inLine(line: string, comment: string, random: Random): string {
  const places = [...line.matchAll(/\|/g)].flatMap(({index}) => [index, index + 1])
  const at = places.length > 0 ? pick(places, random) : line.length
  return line.slice(0, at) + pick(['', ' '], random) + comment + pick(['', ' '], random) + line.slice(at)
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
