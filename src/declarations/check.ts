import {headerWord} from '../dataset/columns.ts'
import type {PatternCompiler} from '../dataset/compile.ts'
import type {ColumnDeclaration, TableDeclarations} from '../dataset/declaration.ts'
import type {DataPath, Problem} from '../shape/problem.ts'
import {type KnownTables, linkProblems} from './links.ts'
import {patternProblems} from './patterns.ts'

/** Whether each declaration agrees with itself and with the others. */
export function* tableProblems(
  tables: TableDeclarations,
  known: KnownTables,
  compile: PatternCompiler,
  path: DataPath,
): Generator<Problem> {
  for (const [name, table] of Object.entries(tables)) {
    if (table === false) continue
    const at = [...path, name]
    if (table.columns) yield* columnsProblems(table.columns, [...at, 'columns'])
    if (!table.columns && table.extends === undefined) yield nothingDeclared(at)
    yield* patternProblems(table, at, compile)
    yield* linkProblems(name, table, known, at)
  }
}

function nothingDeclared(path: DataPath): Problem {
  return {
    path,
    message: {
      en: 'declares no table: give it columns, or a table that it extends',
      zh: '没有声明任何表格：请写出 columns，或以 extends 指出所基于的表格',
    },
  }
}

function* columnsProblems(columns: readonly ColumnDeclaration[], path: DataPath): Generator<Problem> {
  yield* repeatedNames(columns, path)
  yield* sharedWords(columns, path)
  for (const [index, column] of columns.entries()) yield* lengthProblems(column, [...path, index])
  if (columns.every(({optional}) => optional)) {
    yield {
      path,
      message: {
        en: 'are all optional, so that every table would do: at least one has to be there',
        zh: '全部为可选列：任何表格都会符合，至少应有一列必备',
      },
    }
  }
}

function* lengthProblems({minLength, maxLength}: ColumnDeclaration, path: DataPath): Generator<Problem> {
  if (minLength === undefined || maxLength === undefined || minLength <= maxLength) return
  yield {
    path: [...path, 'maxLength'],
    message: {
      en: `is ${maxLength}, which is less than minLength, ${minLength}`,
      zh: `为 ${maxLength}，小于 minLength 的 ${minLength}`,
    },
  }
}

function* repeatedNames(columns: readonly ColumnDeclaration[], path: DataPath): Generator<Problem> {
  const first = new Map<string, number>()
  for (const [index, {name}] of columns.entries()) {
    const other = first.get(name)
    if (other === undefined) first.set(name, index)
    else yield twice([...path, index, 'name'], other)
  }
}

/** A word may stand under two roles, of which the other columns decide. Without roles nothing would. */
function* sharedWords(columns: readonly ColumnDeclaration[], path: DataPath): Generator<Problem> {
  const first = new Map<string, number>()
  for (const [index, column] of columns.entries()) {
    for (const word of new Set((column.headers ?? [column.name]).map(headerWord))) {
      const other = first.get(word)
      if (other === undefined) first.set(word, index)
      else if (!column.role || !columns[other]?.role) yield sharedWord([...path, index], word, other)
    }
  }
}

function twice(path: DataPath, other: number): Problem {
  return {path, message: {en: `is the name of columns[${other}] too`, zh: `与 columns[${other}] 同名`}}
}

function sharedWord(path: DataPath, word: string, other: number): Problem {
  return {
    path,
    message: {
      en: `has the header word “${word}”, which columns[${other}] has too`,
      zh: `的表头词“${word}”也属于 columns[${other}]`,
    },
  }
}
