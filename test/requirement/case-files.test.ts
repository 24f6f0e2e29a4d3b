import {describe, expect, it} from 'vitest'
import {readCaseFiles, readOpenCases} from './case-files.ts'
import {type ExpectedTerm, readNotation} from './notation.ts'
import {printExpected} from './print.ts'
import type {Tree} from './tree.ts'

describe('the written cases', () => {
  const cases = readCaseFiles()
  const open = readOpenCases()
  const readings = [...cases, ...open, ...open.map((each) => ({...each, meaning: each.other}))]

  it('are many, and no text stands twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(400)
    const texts = [...cases, ...open].map(({text}) => text)
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('take every word of the meaning from the text', () => {
    const foreign = readings.flatMap(({file, line, text, meaning}) =>
      wordsOf(readNotation(meaning))
        .filter((word) => !bare(text).includes(bare(word)))
        .map((word) => `${file}:${line} ${word}`),
    )
    expect(foreign).toEqual([])
  })

  it('forget no name of the text', () => {
    const forgotten = readings.flatMap(({file, line, text, meaning}) => {
      const words = wordsOf(readNotation(meaning)).map(bare)
      return namesOf(text)
        .filter(
          (name) => !isLaw(name) && !words.some((word) => word === name || word.includes(`《${name}》`)),
        )
        .map((name) => `${file}:${line} ${name}`)
    })
    expect(forgotten).toEqual([])
  })

  it('say why they are there', () => {
    expect([...cases, ...open].filter(({remark}) => remark.trim() === '')).toEqual([])
  })

  it('are open only where two readings differ', () => {
    const printed = open.map(({meaning, other}) =>
      [meaning, other].map((each) => printExpected(readNotation(each))),
    )
    expect(printed.filter(([meaning, other]) => meaning === other)).toEqual([])
  })
})

function wordsOf(tree: Tree<ExpectedTerm>): readonly string[] {
  if (tree.kind === 'term') return [tree.term.text, ...tree.term.details.map(({text}) => text)]
  if (tree.kind === 'cases') return tree.cases.flatMap(({when, require}) => [when, ...wordsOf(require)])
  return tree.operands.flatMap(wordsOf)
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function namesOf(text: string): readonly string[] {
  return [...text.matchAll(/《([^》]*)》/g)].map(([, name = '']) => bare(name))
}

function isLaw(name: string): boolean {
  return /(?:法|规定)$/.test(name)
}
