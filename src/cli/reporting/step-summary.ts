import {appendFileSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Language} from '../../finding.ts'
import {moveReport} from '../../report/move-report.ts'
import type {RunReport} from '../../report/types.ts'
import type {Host} from '../host.ts'
import {complain, writeError} from '../output.ts'
import type {Output} from './outputs.ts'
import {fromRepository} from './repository-paths.ts'

/**
 * Adds the run to the page of a job of GitHub Actions, where the format is `github` and there is such a page. That it
 * cannot be written is said, and fails no run: all of it is in the report.
 */
export async function addStepSummary(
  outputs: readonly Output[],
  report: () => RunReport,
  language: Language,
  host: Host,
): Promise<void> {
  const {GITHUB_STEP_SUMMARY: path} = host.env
  if (!path || !outputs.some(({format}) => format === 'github')) return
  const {stepSummary} = await import('../../report/github/step-summary.ts')
  const pathOf = fromRepository('github', host) ?? ((file) => file)
  try {
    append(resolve(host.cwd, path), (room) => stepSummary(moveReport(report(), pathOf), language, room))
  } catch (error) {
    complain([writeError(path, error)], language, host)
  }
}

/** GitHub takes so many bytes of one step. */
const mostBytes = 1024 * 1024

/** Adds to a file what fits in behind what the step wrote before. */
function append(path: string, text: (room: number) => string): void {
  const size = statSync(path, {throwIfNoEntry: false})?.size ?? 0
  const parting = size > 0 ? '\n\n' : ''
  const added = text(mostBytes - size - parting.length)
  if (added !== '') appendFileSync(path, parting + added)
}
