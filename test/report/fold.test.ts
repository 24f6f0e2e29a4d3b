import {describe, expect, it} from 'vitest'
import type {Finding} from '../../src/finding.ts'
import {fileOf, plain, pretty} from './build.ts'

const source = Array.from({length: 400}, (_, index) => `row ${index + 1}`).join('\n')

function onLine(line: number, table: number | undefined, rest: Partial<Finding> = {}): Finding {
  const start = {line, column: 1, offset: 0}
  const end = {line, column: 4, offset: 3}
  return {
    rule: 'license-spacing',
    messageId: 'inside',
    level: 'warning',
    message: 'Unexpected blank',
    start,
    end,
    ...(table === undefined ? {} : {table}),
    ...rest,
  }
}

const report = (findings: readonly Finding[], options = {}) =>
  pretty([fileOf(source, findings)], {...plain, ...options})

describe('warnings of a kind', () => {
  // Two in table 10, one in table 20, one in no table: three remain, in two tables.
  const findings = [onLine(12, 10), onLine(13, 10), onLine(14, 20), onLine(17, undefined)]

  it('show the first and count the others', () => {
    expect(report(findings)).toBe(
      `
a.md:12:1 warning license-spacing
  ! Unexpected blank
  > 12 │ row 12
       │ ^^^
  … and 3 more of license-spacing in 2 tables: lines 13–14, 17

4 warnings in 1 file
Findings of a kind are folded; --all shows each of them
`.trimStart(),
    )
  })

  it('are told in Chinese', () => {
    expect(report(findings, {language: 'zh'})).toContain(
      '\n  … 另有 3 处 license-spacing，涉及 2 个表格：第 13–14、17 行\n',
    )
  })

  it('are shown one by one with --all', () => {
    const all = report(findings, {all: true})
    expect(all.match(/Unexpected blank/g)).toHaveLength(4)
    expect(all).not.toContain('--all')
  })

  it('are shown one by one where no table has two', () => {
    expect(report([onLine(12, 10), onLine(22, 20)]).match(/Unexpected blank/g)).toHaveLength(2)
  })

  it('stay apart from those with another message', () => {
    const other = {messageId: 'outside', message: 'Other'}
    const mixed = report([onLine(12, 10), onLine(12, 10, other), onLine(13, 10), onLine(14, 10, other)])
    expect(mixed.match(/… and 1 more of license-spacing in 1 table: line 1[34]\n/g)).toHaveLength(2)
  })

  it('are folded a file at a time', () => {
    const files = [fileOf(source, findings), fileOf(source, findings, 'b.md')]
    expect(pretty(files, plain).match(/… and 3 more/g)).toHaveLength(2)
  })

  it('list as many lines as fit', () => {
    const many = Array.from({length: 101}, (_, index) => onLine(100 + 2 * index, 10))
    // '  … and 100 more of license-spacing in 1 table: ' takes 48 columns, 'lines  … and 100 more' another
    // 21: of 100, 31 are left, and '102, 104, 106, 108, 110, 112' takes 28.
    expect(report(many)).toContain(
      '\n  … and 100 more of license-spacing in 1 table: lines 102, 104, 106, 108, 110, 112 … and 94 more\n',
    )
  })
})

describe('infos of a kind', () => {
  const folded = '{count|row|rows} in {tables|table|tables} state no qualification'
  const info = {
    rule: 'no-empty-cell',
    level: 'info',
    message: 'No qualification',
    category: '金融业',
  } as const

  it('are told in the words of their rule', () => {
    const findings = [onLine(12, 10), onLine(13, 10), onLine(24, 20)].map((finding) => ({
      ...finding,
      ...info,
      folded,
    }))
    expect(report(findings)).toBe(
      `
a.md:12:1 info no-empty-cell
  i 3 rows in 2 tables state no qualification: lines 12–13, 24

3 infos in 1 file
Findings of a kind are folded; --all shows each of them
`.trimStart(),
    )
  })

  it('are told as the first and a count where the rule has no words', () => {
    const findings = [onLine(12, 10, info), onLine(13, 10, info)]
    expect(report(findings)).toContain(
      `
  i No qualification
  … and 1 more of no-empty-cell in 1 table: line 13

`,
    )
  })

  it('show their line where there is one only', () => {
    expect(report([{...onLine(12, 10, info), folded}])).toContain('\n  i No qualification\n  > 12 │ row 12\n')
  })
})

it('never folds errors', () => {
  const errors = [onLine(12, 10), onLine(13, 10)].map((finding): Finding => ({...finding, level: 'error'}))
  expect(report(errors).match(/Unexpected blank/g)).toHaveLength(2)
})
