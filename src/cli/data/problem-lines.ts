import {type DataPath, type Problem, printProblem} from '../../shape/problem.ts'
import {RunError} from '../errors.ts'
import {suggest} from '../suggest.ts'
import type {DataFile} from './read-data.ts'

/** More lines than a person mends at once. */
const mostProblems = 5

/** What is wrong with data, a line each, the first few. `at` is where in its file the data begins. */
export async function problemLines(
  problems: readonly Problem[],
  {path, place}: DataFile,
  at: DataPath = [],
): Promise<readonly RunError[]> {
  const told = problems.slice(0, mostProblems).map((problem) => {
    const whole = {...problem, path: [...at, ...problem.path]}
    return problemLine(whole, place(whole.path))
  })
  const rest = problems.length - told.length
  const more = new RunError({en: `and ${rest} more`, zh: `另有 ${rest} 处`}, {path})
  return [...(await Promise.all(told)), ...(rest > 0 ? [more] : [])]
}

async function problemLine(problem: Problem, place: string): Promise<RunError> {
  const {unknown} = problem
  const todo = unknown && (await suggest(unknown.word, unknown.known))
  return new RunError(printProblem(problem), {path: place, todo})
}
