import type {Summary} from './summary.ts'
import type {RunReport} from './types.ts'

/** The report of one run over all that several runs were over, in their order. */
export function joinReports(reports: readonly RunReport[]): RunReport {
  return {
    files: reports.flatMap(({files}) => files),
    summary: addSummaries(reports.map(({summary}) => summary)),
  }
}

function addSummaries(summaries: readonly Summary[]): Summary {
  const sum = (count: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + count(summary), 0)
  return {
    files: sum(({files}) => files),
    errors: sum(({errors}) => errors),
    warnings: sum(({warnings}) => warnings),
    infos: sum(({infos}) => infos),
    fixable: sum(({fixable}) => fixable),
    ...(summaries.some(({fixed}) => fixed !== undefined) ? {fixed: sum(({fixed = 0}) => fixed)} : {}),
  }
}
