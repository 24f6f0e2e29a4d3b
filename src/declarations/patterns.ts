import type {PatternCompiler} from '../dataset/compile.ts'
import type {TableDeclaration} from '../dataset/declaration.ts'
import {type DataPath, type Problem, shown} from '../shape/problem.ts'

/** What keeps the regular expressions of a declaration from being compiled. */
export function* patternProblems(
  {heading, columns = []}: TableDeclaration,
  path: DataPath,
  compile: PatternCompiler,
): Generator<Problem> {
  yield* patternProblem(heading, [...path, 'heading'], compile)
  for (const [index, {pattern}] of columns.entries()) {
    yield* patternProblem(pattern, [...path, 'columns', index, 'pattern'], compile)
  }
}

function* patternProblem(
  source: string | undefined,
  path: DataPath,
  compile: PatternCompiler,
): Generator<Problem> {
  if (source === undefined) return
  try {
    compile(source)
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error))
    yield {
      path,
      message: {en: `is no regular expression: ${reason}`, zh: `不是有效的正则表达式：${reason}`},
    }
  }
}
