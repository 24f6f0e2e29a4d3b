import type {ColumnDeclaration, TableDeclaration, TableDeclarations} from '../../dataset/declaration.ts'
import {inheritTable} from '../../dataset/inherit.ts'
import {type DataPath, type Problem, shown, unknownName} from '../../shape/problem.ts'

/** What may be named by a declaration. */
export interface KnownTables {
  readonly all: TableDeclarations
  /** What a declaration of the same name finds there already, and can extend. */
  readonly before: TableDeclarations
}

/** Whether what a declaration says of others leads to one that there is. */
export function* linkProblems(
  name: string,
  table: TableDeclaration,
  {all, before}: KnownTables,
  path: DataPath,
): Generator<Problem> {
  const base = table.extends
  if (base !== undefined) {
    const isOwn = base === name
    const known = isOwn ? before : all
    // What is taken away can still be built on.
    if (!declared(base, known) && !declared(base, before))
      yield unknownTable([...path, 'extends'], base, known)
    else if (!isOwn && isCircular(name, all)) yield circular([...path, 'extends'])
  }
  for (const [index, {references}] of (table.columns ?? []).entries()) {
    if (references) yield* referenceProblems(references, all, [...path, 'columns', index, 'references'])
  }
}

function* referenceProblems(
  {table, column}: NonNullable<ColumnDeclaration['references']>,
  known: TableDeclarations,
  path: DataPath,
): Generator<Problem> {
  if (!declared(table, known)) {
    yield unknownTable([...path, 'table'], table, known)
    return
  }
  const names = columnsOf(table, known)
  if (names && !names.includes(column)) {
    const what = {
      en: `is no column of “${shown(table)}”: expected ${names.map(shown).join(', ')}`,
      zh: `不是“${shown(table)}”的列：应为 ${names.map(shown).join('、')}`,
    }
    yield unknownName([...path, 'column'], column, names, what)
  }
}

function declared(name: string, known: TableDeclarations): boolean {
  return Object.hasOwn(known, name) && known[name] !== false
}

/** Undefined where its own declaration is wrong, which is said there. */
function columnsOf(name: string, known: TableDeclarations): readonly string[] | undefined {
  try {
    return (inheritTable(name, known).columns ?? []).map((column) => column.name)
  } catch {
    return undefined
  }
}

function isCircular(start: string, known: TableDeclarations): boolean {
  const passed = new Set<string>()
  for (let name: string | undefined = start; name !== undefined; ) {
    if (passed.has(name)) return true
    passed.add(name)
    const table: TableDeclaration | false | undefined = Object.hasOwn(known, name) ? known[name] : undefined
    const base: string | undefined = table ? table.extends : undefined
    name = base === name ? undefined : base
  }
  return false
}

function unknownTable(path: DataPath, name: string, known: TableDeclarations): Problem {
  const names = Object.keys(known).filter((each) => declared(each, known))
  const what = {
    en: `names no table: expected ${names.map(shown).join(', ')}`,
    zh: `不是已声明的表格：应为 ${names.map(shown).join('、')}`,
  }
  return unknownName(path, name, names, what)
}

function circular(path: DataPath): Problem {
  return {path, message: {en: 'leads in a circle', zh: '循环引用'}}
}
