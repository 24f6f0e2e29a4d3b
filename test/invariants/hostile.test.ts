import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/entries.ts'
import {exportJson} from '../../src/export/json.ts'
import {json} from '../../src/report/json.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import type {ReportOptions} from '../../src/report/types.ts'
import {expectValid} from '../dataset/validator.ts'
import {compact, fileOf, pretty} from '../report/build.ts'
import {type Checked, check, violationsIn} from './check.ts'
import {hostile} from './fixtures.ts'

/** No file here takes a second on a slow machine; what grows faster than its input takes minutes. */
const timeout = 20_000

const options: readonly ReportOptions[] = [
  {language: 'en', color: false, all: false, quiet: false, width: 80},
  {language: 'zh', color: false, all: true, quiet: false, width: 40},
]

it('has files to try', () => {
  expect(hostile.length).toBeGreaterThan(50)
})

describe.each(hostile)('$name', ({name, source}) => {
  let checked: Checked | undefined
  // Read in the first test that asks, and once for all of them.
  const result = () => {
    checked ??= check(source, name)
    return checked
  }

  it('breaks nothing that holds for every text', {timeout}, () => {
    expect(violationsIn(result(), source)).toEqual([])
  })

  it('gives a dataset by the schema', {timeout}, () => {
    const {dataset} = result()
    expectValid(dataset)
    expect(JSON.parse(exportJson(dataset)) as Dataset).toEqual(dataset)
  })

  it('is reported without a character that a terminal obeys or hides', {timeout}, () => {
    const {findings} = result()
    const files = [fileOf(source, findings, name)]
    for (const each of options) {
      expect(dangers(pretty(files, each))).toEqual([])
      expect(dangers(compact(toRunReport(files, each.quiet)))).toEqual([])
    }
    const report = [...json(toRunReport(files, false))].join('')
    expect(dangers(report)).toEqual([])
    const {files: reported} = JSON.parse(report) as {files: {findings: unknown[]}[]}
    expect(reported[0]?.findings).toHaveLength(findings.length)
  })
})

/**
 * Controls, line separators, lone surrogates and bidirectional controls wherever they stand; what has no
 * width may stand where emoji are spelt with it.
 */
function dangers(output: string): readonly string[] {
  const found = output.match(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\uFEFF\u200B\u2060\u00AD]/gu) ?? []
  return [...new Set(found)].filter((char) => char !== '\n').map((char) => `U+${code(char)}`)
}

function code(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
