import {describe, expect, it} from 'vitest'
import type {Dataset} from '../../src/dataset/dataset.ts'
import {exportJson} from '../../src/export/json.ts'
import {compact} from '../../src/report/compact.ts'
import {json} from '../../src/report/json.ts'
import {pretty} from '../../src/report/pretty.ts'
import type {ReportOptions} from '../../src/report/types.ts'
import {expectValid} from '../dataset/validator.ts'
import {check, violationsOf} from './check.ts'
import {hostile} from './fixtures.ts'

/** No file here takes a second on a slow machine; what grows faster than its input takes minutes. */
const timeout = 20_000

const options: readonly ReportOptions[] = (['en', 'zh'] as const).flatMap((language) =>
  [true, false].map((all) => ({language, all, color: false, quiet: false, width: 80})),
)

it('has files to try', () => {
  expect(hostile.length).toBeGreaterThan(50)
})

describe.each(hostile)('$name', ({name, source}) => {
  it('breaks nothing that holds for every text', {timeout}, () => {
    expect(violationsOf(source)).toEqual([])
  })

  it('gives a dataset by the schema', {timeout}, () => {
    const {dataset} = check(source, name)
    expectValid(dataset)
    expect(JSON.parse(exportJson(dataset)) as Dataset).toEqual(dataset)
  })

  it('is reported without a character that a terminal obeys or hides', {timeout}, () => {
    const {findings} = check(source, name)
    const files = [{path: name, findings, source}]
    for (const each of options) {
      expect(dangers(pretty(files, each), '\n')).toEqual([])
      expect(dangers(compact(files, each), '\n')).toEqual([])
      const report = json(files, each)
      expect(dangers(report, '\n')).toEqual([])
      expect((JSON.parse(report) as {files: {findings: unknown[]}[]}).files[0]?.findings).toHaveLength(
        findings.length,
      )
    }
  })
})

/**
 * Controls, line separators, lone surrogates and bidirectional controls wherever they stand; what has no
 * width may stand where emoji are spelt with it.
 */
function dangers(output: string, allowed: string): readonly string[] {
  const found = output.match(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\uFEFF\u200B\u2060\u00AD]/gu) ?? []
  return [...new Set(found)].filter((char) => !allowed.includes(char)).map((char) => `U+${code(char)}`)
}

function code(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
