import {describe, expect, it} from 'vitest'
import {compact} from '../../src/report/compact.ts'
import {json} from '../../src/report/json.ts'
import {fileOf, findingAt, plain} from './build.ts'

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

describe('json', () => {
  it('writes what is known, in a fixed order', () => {
    expect(json([fileOf(source, [full])], plain)).toBe(`{
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

  it('leaves out what does not apply', () => {
    const report = JSON.parse(json([fileOf(source, [findingAt(source, 'a')])], plain))
    expect(Object.keys(report.files[0].findings[0])).toEqual(['rule', 'level', 'message', 'start', 'end'])
  })

  it('lists files without findings and counts safe fixes only', () => {
    const suggestion = findingAt(source, 'a', {level: 'warning', fix: {safe: false, edits: []}})
    const report = JSON.parse(json([fileOf(source, []), fileOf(source, [suggestion], 'b.md')], plain))
    expect(report.files.map(({path}: {path: string}) => path)).toEqual(['a.md', 'b.md'])
    expect(report.summary).toEqual({files: 2, errors: 0, warnings: 1, infos: 0, fixable: 0})
  })

  it('has errors only where only they are wanted', () => {
    const findings = [findingAt(source, 'a', {level: 'info'}), findingAt(source, 'a')]
    const report = JSON.parse(json([fileOf(source, findings)], {quiet: true}))
    expect(report.files[0].findings).toHaveLength(1)
    expect(report.summary).toEqual({files: 1, errors: 1, warnings: 0, infos: 0, fixable: 0})
  })

  it('escapes what a terminal would obey, and keeps its value', () => {
    const message = '\u009B2J\u202E\u001B\u007F\uFEFF\u{E0061}\uD800\n\t👨\u200D👩'
    const text = json([fileOf(source, [{...full, message}])], plain)
    expect(text).toContain('"\\u009b2J\\u202e\\u001b\\u007f\\ufeff\\udb40\\udc61\\ud800\\n\\t👨\u200D👩"')
    expect(JSON.parse(text).files[0].findings[0].message).toBe(message)
  })
})

describe('compact', () => {
  it('writes one line a finding and nothing else', () => {
    const findings = [full, findingAt(source, 'a', {level: 'info', message: '两\n行'})]
    expect(compact([fileOf(source, findings), fileOf(source, [], 'b.md')], plain)).toBe(
      'a.md:2:3: error: Unexpected x [a-rule]\na.md:1:1: info: 两↵行 [a-rule]\n',
    )
  })

  it('is empty without findings', () => {
    expect(compact([fileOf(source, [])], plain)).toBe('')
    expect(compact([fileOf(source, [findingAt(source, 'a', {level: 'info'})])], {quiet: true})).toBe('')
  })
})
