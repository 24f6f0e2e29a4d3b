import {ConfigurationError} from '../configuration-error.ts'
import type {PatternCompiler} from '../dataset/compile.ts'
import type {TableDeclarations} from '../dataset/declaration.ts'
import {builtInOnly, withBuiltIn} from '../dataset/inherit.ts'
import {type Problem, printProblem} from '../shape/problem.ts'
import {nearest} from '../text/nearest.ts'
import {linkProblems} from './links.ts'
import {patternProblems} from './patterns.ts'
import {tablesShape} from './shape.ts'

/** Declarations that can be compiled: those of a program may be anything. Throws a {@link ConfigurationError}. */
export function checkedTables(tables: unknown, compile: PatternCompiler): TableDeclarations {
  for (const problem of problemsOf(tables, compile)) {
    const {word, known} = problem.unknown ?? {}
    throw new ConfigurationError(wordsFor(problem), word, known)
  }
  return tables as TableDeclarations
}

const shape = tablesShape()

function* problemsOf(tables: unknown, compile: PatternCompiler): Generator<Problem> {
  yield* shape(tables, ['tables'])
  const declarations = tables as TableDeclarations
  const known = {all: withBuiltIn(declarations), before: builtInOnly, isPart: true}
  for (const [name, table] of Object.entries(declarations)) {
    if (table === false) continue
    const path = ['tables', name]
    yield* patternProblems(table, path, compile)
    yield* linkProblems(name, table, known, path)
  }
}

function wordsFor(problem: Problem): string {
  const {unknown} = problem
  const meant = unknown && nearest(unknown.word, unknown.known)
  return `${printProblem(problem).en}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}
