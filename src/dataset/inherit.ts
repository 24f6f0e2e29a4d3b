import {ConfigurationError} from '../configuration-error.ts'
import {builtInTables} from './built-in-tables.ts'
import type {ColumnDeclaration, TableDeclaration, TableDeclarations} from './declaration.ts'

/** A user's declarations, and after them the built-in ones of other names. */
export function withBuiltIn(declarations: TableDeclarations): TableDeclarations {
  return {...declarations, ...without(builtInTables, declarations)}
}

/** A declaration together with those that it extends. One that extends its own name means the built-in one. */
export function inheritTable(
  name: string,
  all: TableDeclarations,
  heirs: readonly string[] = [],
): TableDeclaration {
  const declaration = Object.hasOwn(all, name) ? all[name] : undefined
  if (!declaration) throw new ConfigurationError(`unknown table: ${name}`, name, Object.keys(all))
  if (heirs.includes(name)) throw new ConfigurationError(`the table ${name} extends itself`)
  const base = declaration.extends
  if (base === undefined) return declaration
  if (base !== name) return joinTables(inheritTable(base, all, [...heirs, name]), declaration)
  return joinTables(inheritTable(base, builtInTables), declaration)
}

/** The name of a declaration and of those that it extends. */
export function kindsOf(name: string, all: TableDeclarations): readonly [name: string, ...bases: string[]] {
  const kinds: [string, ...string[]] = [name]
  for (let base = baseOf(name, all); base !== undefined && !kinds.includes(base); base = baseOf(base, all)) {
    kinds.push(base)
  }
  return kinds
}

function baseOf(name: string, all: TableDeclarations): string | undefined {
  const declaration = Object.hasOwn(all, name) ? all[name] : undefined
  return declaration ? declaration.extends : undefined
}

/** A declaration on top of another. */
export function joinTables(base: TableDeclaration, own: TableDeclaration): TableDeclaration {
  return {
    ...base,
    ...own,
    headings: [...(own.headings ?? []), ...(base.headings ?? [])],
    columns: joinColumns(base.columns ?? [], own.columns ?? []),
  }
}

/** Columns that the base has stay in their place; header words are added, what else is said anew holds. */
function joinColumns(
  base: readonly ColumnDeclaration[],
  own: readonly ColumnDeclaration[],
): readonly ColumnDeclaration[] {
  const ofName = new Map(own.map((column) => [column.name, column]))
  const names = new Set(base.map(({name}) => name))
  const joined = base.map((column) => {
    const {headers = [], ...rest} = ofName.get(column.name) ?? {}
    return {...column, ...rest, headers: [...headers, ...headersOf(column)]}
  })
  return [...joined, ...own.filter(({name}) => !names.has(name))]
}

/** The header words of a column: its name where it states none. */
export function headersOf({name, headers}: ColumnDeclaration): readonly string[] {
  return headers && headers.length > 0 ? headers : [name]
}

function without(tables: TableDeclarations, names: TableDeclarations): TableDeclarations {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !Object.hasOwn(names, name)))
}
