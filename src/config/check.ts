import type {PatternCompiler} from '../dataset/compile.ts'
import type {TableDeclarations} from '../dataset/declaration.ts'
import {tableProblems} from '../declarations/check.ts'
import type {DataPath, Problem} from '../shape/problem.ts'
import {type ConfigData, type ConfiguredTables, type OneOrMany, toList} from './data.ts'
import {compileFiles} from './globs/files.ts'
import {compileIgnore} from './globs/ignore.ts'

/** Whether what a well-formed configuration says can be meant. `before` is what is declared by what it extends. */
export function* configProblems(
  {ignore, tables = {}, overrides = []}: ConfigData,
  before: TableDeclarations,
  compile: PatternCompiler,
): Generator<Problem> {
  const lines = (each: readonly string[]) => compileIgnore(each, '', compile)
  yield* globProblems(ignore, ['ignore'], lines)
  const own = {...before, ...tables}
  yield* tablesProblems(tables, {all: own, before}, compile, ['tables'])
  for (const [index, override] of overrides.entries()) {
    const at = ['overrides', index]
    const files = (each: readonly string[]) => compileFiles(each, compile)
    yield* globProblems(override.files, [...at, 'files'], files)
    yield* globProblems(override.excludedFiles, [...at, 'excludedFiles'], files)
    const {tables: further = {}} = override
    yield* tablesProblems(further, {all: {...own, ...further}, before: own}, compile, [...at, 'tables'])
  }
}

function* tablesProblems(
  tables: ConfiguredTables,
  known: Parameters<typeof tableProblems>[1],
  compile: PatternCompiler,
  path: DataPath,
): Generator<Problem> {
  yield* tableProblems(tables, known, compile, path)
  for (const [name, table] of Object.entries(tables)) {
    const paths = table === false ? undefined : table.paths
    yield* globProblems(paths, [...path, name, 'paths'], (each) => compileFiles(each, compile))
  }
}

function* globProblems(
  globs: OneOrMany<string> | undefined,
  path: DataPath,
  compile: (globs: readonly string[]) => unknown,
): Generator<Problem> {
  for (const [index, glob] of toList(globs).entries()) {
    if (!compiles(glob, compile)) yield noGlob(typeof globs === 'string' ? path : [...path, index])
  }
}

function compiles(glob: string, compile: (globs: readonly string[]) => unknown): boolean {
  try {
    compile([glob])
    return true
  } catch {
    return false
  }
}

function noGlob(path: DataPath): Problem {
  return {
    path,
    message: {
      en: 'is no glob: a bracket is not closed, or a range goes backwards',
      zh: '不是有效的通配符：括号未闭合，或区间次序颠倒',
    },
  }
}

/** Whether anything in it has to be compiled. */
export function hasPatterns({ignore, tables = {}, overrides = []}: ConfigData): boolean {
  return ignore !== undefined || overrides.length > 0 || Object.values(tables).some(hasPattern)
}

function hasPattern(table: ConfiguredTables[string]): boolean {
  if (table === false) return false
  const {paths, heading, columns = []} = table
  return [paths, heading, ...columns.map(({pattern}) => pattern)].some((source) => source !== undefined)
}
