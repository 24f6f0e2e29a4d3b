import {describe, expect, it} from 'vitest'
import {json} from '../../src/report/json.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import type {ReportedFile} from '../../src/report/types.ts'
import {compact, fileOf, findingAt, whole} from './build.ts'

const source = 'a\n| 金融 |\n'
const related = [{...findingAt(source, 'a'), path: 'b.md', message: 'first'}]
const full = findingAt(source, '金融', {
  help: 'do it',
  category: '金融业',
  key: '信托',
  column: '资质',
  table: 1,
  folded: 'many',
  related,
  fix: {safe: true, edits: [{start: 4, end: 6, text: '银行'}]},
})

function jsonOf(files: readonly ReportedFile[], quiet = false): string {
  return whole(json(toRunReport(files, quiet)))
}

function compactOf(files: readonly ReportedFile[], quiet = false): string {
  return compact(toRunReport(files, quiet))
}

describe('json', () => {
  it('writes what is known, in a fixed order', () => {
    expect(jsonOf([fileOf(source, [full])])).toBe(`{
  "version": 1,
  "files": [
    {
      "path": "a.md",
      "findings": [
        {
          "rule": "a-rule",
          "level": "error",
          "message": "Unexpected x",
          "help": "do it",
          "start": {
            "line": 2,
            "column": 3,
            "offset": 4
          },
          "end": {
            "line": 2,
            "column": 5,
            "offset": 6
          },
          "category": "金融业",
          "key": "信托",
          "column": "资质",
          "related": [
            {
              "path": "b.md",
              "start": {
                "line": 1,
                "column": 1,
                "offset": 0
              },
              "end": {
                "line": 1,
                "column": 2,
                "offset": 1
              },
              "message": "first"
            }
          ],
          "fix": {
            "safe": true,
            "edits": [
              {
                "start": 4,
                "end": 6,
                "text": "银行"
              }
            ]
          }
        }
      ]
    }
  ],
  "summary": {
    "files": 1,
    "errors": 1,
    "warnings": 0,
    "infos": 0,
    "fixable": 1
  }
}
`)
  })

  it('states fingerprints, and what a baseline knows', () => {
    const found = findingAt(source, 'a', {fingerprint: '0123456789abcdef'})
    const known = findingAt(source, '金融', {level: 'info', fingerprint: '0123456789abcdef-2'})
    const file = {...fileOf(source, [found]), baseline: {known: [known], found: []}}
    const fileWithoutKnown = {...fileOf(source, [], 'b.md'), baseline: {known: [], found: []}}
    const {files, summary} = JSON.parse(jsonOf([file, fileWithoutKnown]))
    expect(files[0].findings[0]).toMatchObject({fingerprint: '0123456789abcdef'})
    expect(files[0].suppressed).toEqual([
      {
        rule: 'a-rule',
        level: 'info',
        message: 'Unexpected x',
        start: {line: 2, column: 3, offset: 4},
        end: {line: 2, column: 5, offset: 6},
        fingerprint: '0123456789abcdef-2',
      },
    ])
    expect(Object.keys(files[1])).toEqual(['path', 'findings'])
    expect(summary).toEqual({files: 2, errors: 1, warnings: 0, infos: 0, fixable: 0})
    expect(JSON.parse(jsonOf([file], true)).files[0].suppressed).toBeUndefined()
  })

  it('says where offsets count a byte order mark', () => {
    const {files} = JSON.parse(jsonOf([fileOf(`\uFEFF${source}`, []), fileOf(source, [], 'b.md')]))
    expect(files).toEqual([
      {path: 'a.md', bom: true, findings: []},
      {path: 'b.md', findings: []},
    ])
  })

  it('leaves out what does not apply', () => {
    const report = JSON.parse(jsonOf([fileOf(source, [findingAt(source, 'a')])]))
    expect(Object.keys(report.files[0].findings[0])).toEqual(['rule', 'level', 'message', 'start', 'end'])
  })

  it('lists files without findings and counts safe fixes only', () => {
    const suggestion = findingAt(source, 'a', {level: 'warning', fix: {safe: false, edits: []}})
    const report = JSON.parse(jsonOf([fileOf(source, []), fileOf(source, [suggestion], 'b.md')]))
    expect(report.files.map(({path}: {path: string}) => path)).toEqual(['a.md', 'b.md'])
    expect(report.summary).toEqual({files: 2, errors: 0, warnings: 1, infos: 0, fixable: 0})
  })

  it('has errors only where only they are wanted', () => {
    const findings = [findingAt(source, 'a', {level: 'info'}), findingAt(source, 'a')]
    const report = JSON.parse(jsonOf([fileOf(source, findings)], true))
    expect(report.files[0].findings).toHaveLength(1)
    expect(report.summary).toEqual({files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0})
  })

  it('escapes what a terminal would obey, and keeps its value', () => {
    const message = '\u009B2J\u202E\u001B\u007F\uFEFF\u{E0061}\uD800\n\t👨\u200D👩'
    const text = jsonOf([fileOf(source, [{...full, message}])])
    expect(text).toContain('"\\u009b2J\\u202e\\u001b\\u007f\\ufeff\\udb40\\udc61\\ud800\\n\\t👨\u200D👩"')
    expect(JSON.parse(text).files[0].findings[0].message).toBe(message)
  })
})

describe('compact', () => {
  it('writes one line a finding and nothing else', () => {
    const findings = [full, findingAt(source, 'a', {level: 'info', message: '两\n行'})]
    expect(compactOf([fileOf(source, findings), fileOf(source, [], 'b.md')])).toBe(
      'a.md:2:3: error: Unexpected x [a-rule]\na.md:1:1: info: 两↵行 [a-rule]\n',
    )
  })

  it('is empty without findings', () => {
    expect(compactOf([fileOf(source, [])])).toBe('')
    expect(compactOf([fileOf(source, [findingAt(source, 'a', {level: 'info'})])], true)).toBe('')
  })
})

describe('findings that are made one by one', () => {
  const series = <T>(items: readonly T[]) => ({
    length: items.length,
    [Symbol.iterator]: () => items[Symbol.iterator](),
  })

  it('are written as a list is', () => {
    const files = [fileOf(source, [full])]
    const made = [fileOf(source, series([full]))]
    expect(jsonOf(made)).toBe(jsonOf(files))
    expect(compactOf(made)).toBe(compactOf(files))
  })

  it('are an empty list in JSON where there are none', () => {
    expect(jsonOf([fileOf(source, series([]))])).toContain('"findings": []')
  })
})
