import {describe, expect, it} from 'vitest'
import {machineFormats} from '../../src/cli/options.ts'
import {writeFormat} from '../../src/cli/reporting/reporters.ts'
import {lintText} from '../../src/index.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import type {ReportedFile, RunReport} from '../../src/report/types.ts'
import {fakeHost} from '../cli/workspace.ts'
import {withBom} from '../harness/transform.ts'
import {documents, hostile} from '../invariants/fixtures.ts'
import {fileOf, whole} from './build.ts'
import {hostileReport} from './hostile-report.ts'

const host = fakeHost(process.cwd(), {env: {GITHUB_WORKSPACE: '..'}})

/** What a run over documents knows, some of whose findings are in a baseline. */
function linted(): readonly ReportedFile[] {
  return [...documents.filter((_, index) => index % 20 === 0), ...hostile].map(({name, source}, index) => {
    const text = index % 2 === 0 ? source : withBom(source)
    const {findings} = lintText(text, {path: name, fingerprints: true})
    const baseline = {known: findings.filter((_, nth) => nth % 3 === 0), found: []}
    return {
      ...fileOf(
        text,
        findings.filter((_, nth) => nth % 3 > 0),
        name,
      ),
      baseline,
    }
  })
}

describe('what is read back from the JSON report', () => {
  const reports = [toRunReport(linted(), false), toRunReport(linted(), true), hostileReport]

  it.each(machineFormats)('is written as %s to the same bytes', async (format) => {
    for (const report of reports) {
      const stored = JSON.parse(whole(await writeFormat('json', report, 'en', host))) as RunReport
      expect(whole(await writeFormat(format, stored, 'zh', host))).toBe(
        whole(await writeFormat(format, report, 'zh', host)),
      )
    }
  })

  it.each(['json', 'sarif', 'gitlab'] as const)(
    'comes as %s in pieces that do not grow with it',
    async (format) => {
      const many = {...hostileReport, files: Array.from({length: 50}, () => hostileReport.files).flat()}
      const longest = async (report: RunReport) => {
        const text = await writeFormat(format, report, 'en', host)
        return Math.max(...Array.from(text, ({length}) => length))
      }
      expect(await longest(many)).toBe(await longest(hostileReport))
      expect(await longest(hostileReport)).toBeGreaterThan(1)
    },
  )

  it('has much to tell', () => {
    const [all, errors] = reports
    expect(all?.files.filter(({bom}) => bom).length).toBeGreaterThan(2)
    expect(all?.files.filter(({suppressed}) => suppressed).length).toBeGreaterThan(2)
    expect(errors?.summary.errors).toBeGreaterThan(2)
    expect(errors?.summary.warnings).toBe(0)
  })
})
