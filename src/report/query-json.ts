import type {Status} from '../query/evaluate.ts'
import type {Answer, QueryResult} from '../query/query.ts'
import type {Condition} from '../query/ways.ts'
import {toJson} from '../text/json.ts'

/** The answer for programs: every row. Its names and their order are fixed. */
export function jsonQuery({held, categories}: QueryResult, counts: Readonly<Record<Status, number>>): string {
  return toJson({
    version: 1,
    held,
    categories: categories.map(({name, document, line, subcategories}) => ({
      name,
      document,
      line,
      subcategories: subcategories.map(toEntry),
    })),
    summary: counts,
  })
}

/** The answer as it is written; what is undefined is left out. */
function toEntry({name, group, line, status, ways, isComplete, served, isAmbiguous, problems}: Answer) {
  return {
    name,
    group,
    line,
    status,
    ways: ways.map(({when, missing, conditions}) => ({
      when,
      missing,
      conditions: conditions.map(toCondition),
    })),
    complete: isComplete,
    served: served.map(({name, held}) => ({name, held})),
    ambiguous: isAmbiguous,
    problems,
  }
}

function toCondition({term, condition}: Condition) {
  return 'license' in term ? {license: term.license, condition} : {document: term.document, condition}
}
