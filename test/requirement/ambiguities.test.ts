import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'
import {isAmbiguous} from '../../src/requirement/expression.ts'
import {readCaseFiles} from './case-files.ts'

/** A document with the text as its only qualification. */
function documentOf(text: string): string {
  const cell = text.replaceAll('|', '\\|').replaceAll('\n', '<br>')
  return `## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 乙 | ${cell} |\n`
}

describe('no-ambiguous-requirement', () => {
  const cases = readCaseFiles()

  it('reports the texts whose requirement is ambiguous, and no others', () => {
    const differing = cases.filter(({text}) => {
      const source = documentOf(text)
      const requirement = readDataset(source).categories[0]?.subcategories[0]?.requirement
      const isReported = lintText(source).findings.some(({rule}) => rule === 'no-ambiguous-requirement')
      return requirement ? isReported !== isAmbiguous(requirement) : isReported
    })
    expect(differing.map(({file, line, text}) => `${file}:${line} ${text}`)).toEqual([])
  })

  it('has some of both to tell apart', () => {
    const marked = cases.filter(({meaning}) => meaning.includes('~'))
    expect(marked.length).toBeGreaterThan(15)
    expect(cases.length - marked.length).toBeGreaterThan(500)
  })
})
