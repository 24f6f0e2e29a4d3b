import type {Reference, TableDeclaration, TableDeclarations} from '../dataset/declaration.ts'
import {longestChain, namesOfColumns} from '../dataset/inherit.ts'
import {type DataPath, type Problem, shown, unknownName} from '../shape/problem.ts'

/** What may be named by a declaration. */
export interface KnownTables {
  readonly all: TableDeclarations
  /** What a declaration of the same name finds there already, and can extend. */
  readonly before: TableDeclarations
  /** Whether other documents of the run may have others: what is `false` here can be referred to. */
  readonly isPart?: boolean
}

/** Whether what a declaration says of others leads to one that there is. */
export function* linkProblems(
  name: string,
  table: TableDeclaration,
  known: KnownTables,
  path: DataPath,
): Generator<Problem> {
  if (table.extends !== undefined) yield* baseProblems(name, table.extends, known, [...path, 'extends'])
  for (const [index, {references}] of (table.columns ?? []).entries()) {
    if (references) yield* referenceProblems(references, known, [...path, 'columns', index, 'references'])
  }
}

function* baseProblems(
  name: string,
  base: string,
  {all, before}: KnownTables,
  path: DataPath,
): Generator<Problem> {
  const isOwn = base === name
  const known = isOwn ? before : all
  // What is taken away can still be built on.
  if (!isDeclared(base, known) && !isDeclared(base, before)) yield unknownTable(path, base, known)
  else if (!isOwn) yield* chainProblems(name, all, path)
}

function* referenceProblems(
  {table, column}: Reference,
  {all, isPart = false}: KnownTables,
  path: DataPath,
): Generator<Problem> {
  if (!isDeclared(table, all) && !isExtended(table, all)) {
    if (!isPart || !Object.hasOwn(all, table)) yield unknownTable([...path, 'table'], table, all)
    return
  }
  const names = columnsOf(table, all)
  if (names && !names.includes(column)) {
    const what = {
      en: `is no column of “${shown(table)}”: expected ${names.map(shown).join(', ')}`,
      zh: `不是“${shown(table)}”的列：应为 ${names.map(shown).join('、')}`,
    }
    yield unknownName([...path, 'column'], column, names, what)
  }
}

function isDeclared(name: string, known: TableDeclarations): boolean {
  return Object.hasOwn(known, name) && known[name] !== false
}

/** What extends a table that is taken away goes by its name too. */
function isExtended(name: string, known: TableDeclarations): boolean {
  return Object.values(known).some((table) => table !== false && table.extends === name)
}

/** Undefined where its own declaration is wrong, which is said there. */
function columnsOf(name: string, known: TableDeclarations): readonly string[] | undefined {
  try {
    return namesOfColumns(name, known)
  } catch {
    return undefined
  }
}

/** Of a chain that is too long, the first declaration that goes too far says so, and not all that extend it. */
function* chainProblems(start: string, known: TableDeclarations, path: DataPath): Generator<Problem> {
  const passed = new Set<string>()
  for (let name: string | undefined = start; name !== undefined; ) {
    if (passed.has(name)) return yield {path, message: {en: 'leads in a circle', zh: '循环引用'}}
    // What is missing is said where it is named.
    if (!Object.hasOwn(known, name)) return
    passed.add(name)
    const table: TableDeclaration | false | undefined = known[name]
    const base: string | undefined = table ? table.extends : undefined
    name = base === name ? undefined : base
  }
  if (passed.size === longestChain + 1) yield tooLong(path)
}

function unknownTable(path: DataPath, name: string, known: TableDeclarations): Problem {
  const names = Object.keys(known).filter((each) => isDeclared(each, known))
  const what = {
    en: `names no table: expected ${names.map(shown).join(', ')}`,
    zh: `不是已声明的表格：应为 ${names.map(shown).join('、')}`,
  }
  return unknownName(path, name, names, what)
}

function tooLong(path: DataPath): Problem {
  return {
    path,
    message: {
      en: `leads through more than ${longestChain} declarations: extend fewer`,
      zh: `引用链超过 ${longestChain} 个声明：请减少 extends`,
    },
  }
}
