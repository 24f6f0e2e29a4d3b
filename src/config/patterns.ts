import type {PatternCompiler} from '../dataset/compile.ts'
import {type DataPath, type Problem, shown} from '../shape/problem.ts'

/** What keeps the source of a regular expression from being compiled. */
export function patternProblem(source: string, path: DataPath, compile: PatternCompiler): readonly Problem[] {
  try {
    compile(source)
    return []
  } catch (error) {
    const reason = shown(error instanceof Error ? error.message : String(error))
    const en = `is no regular expression: ${reason}`
    return [{path, message: {en, zh: `不是有效的正则表达式：${reason}`}}]
  }
}
