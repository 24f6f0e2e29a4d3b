import {describe, expect, it} from 'vitest'
import type {Finding} from '../../src/finding.ts'
import {json} from '../../src/report/json.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import type {ReportedFile, ReportOptions} from '../../src/report/types.ts'
import {compact, fileOf, plain, pretty, span, whole} from './build.ts'

// Clears the screen, sets the title, rings, colours by C1, returns, reverses, hides, breaks the line.
const HOSTILE =
  'x\u001B[2J\u001B]0;t\u0007\u009B31m\r\u202E\u2066\u200B\uFEFF\u0085\u2028\u007F\u0000\b\u000B\uD800\u{E0041}y'

// Everything that may do one of these things, but for the line feed that ends the report's own lines.
const DANGEROUS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\p{Cs}\u{E0000}-\u{E0FFF}]/u

// Without the carriage return, which would end the line that the frame shows.
const IN_LINE = HOSTILE.replace('\r', '')
const source = `a\n| ${IN_LINE} |\n| b |`
const place = span(source, source.indexOf(IN_LINE), IN_LINE.length)

function hostileFinding(level: Finding['level']): Finding {
  return {
    ...place,
    rule: HOSTILE,
    messageId: 'one',
    level,
    message: HOSTILE,
    help: HOSTILE,
    category: HOSTILE,
    key: `${HOSTILE}\n${HOSTILE}`,
    column: HOSTILE,
    table: 1,
    folded: HOSTILE,
    related: [
      {...place, path: HOSTILE, message: HOSTILE},
      {...place, path: `other ${HOSTILE}`, message: HOSTILE},
      {...place, path: `unknown ${HOSTILE}`, message: HOSTILE},
    ],
    fix: {safe: true, edits: [{start: 0, end: 1, text: HOSTILE}]},
  }
}

const findings = (['error', 'warning', 'warning', 'info', 'info'] as const).map(hostileFinding)
const files: readonly ReportedFile[] = [
  fileOf(source, findings, HOSTILE),
  fileOf(source, [], `other ${HOSTILE}`),
]

describe('nothing in a document or a path reaches the terminal', () => {
  const options: readonly ReportOptions[] = (['en', 'zh'] as const).flatMap((language) =>
    [true, false].flatMap((all) => [40, 100].map((width) => ({...plain, language, all, width}))),
  )

  it.each(options)('through the pretty report with %j', (options) => {
    expect(pretty(files, options)).not.toMatch(DANGEROUS)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the report itself
    const uncolored = pretty(files, {...options, color: true}).replace(/\u001B\[\d{1,2}m/g, '')
    expect(uncolored).not.toMatch(DANGEROUS)
  })

  it('through the compact report, which keeps one line a finding', () => {
    const report = compact(toRunReport(files, false))
    expect(report).not.toMatch(DANGEROUS)
    expect(report.split('\n')).toHaveLength(findings.length + 1)
  })

  it('through the JSON report', () => {
    expect(whole(json(toRunReport(files, false)))).not.toMatch(DANGEROUS)
  })

  it('and the check itself sees each of the characters', () => {
    for (const character of HOSTILE.replace(/[\w\][;]/g, '')) expect(character).toMatch(DANGEROUS)
  })
})
