import type {Summary} from '../../report/summary.ts'
import {RunError} from '../errors.ts'

/** What a run ends with by what was found, and why where the report does not show it. */
export interface Verdict {
  readonly status: 0 | 1
  readonly because?: Error
}

/** @param mostWarnings any number of them where nothing is said. */
export function verdictOn({errors, warnings}: Summary, mostWarnings = Number.POSITIVE_INFINITY): Verdict {
  if (warnings <= mostWarnings) return {status: errors > 0 ? 1 : 0}
  const because = new RunError({
    en: `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, at most ${mostWarnings} allowed`,
    zh: `警告 ${warnings} 条，最多允许 ${mostWarnings} 条`,
  })
  return {status: 1, because}
}
