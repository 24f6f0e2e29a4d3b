import {ConfigurationError} from '../configuration-error.ts'
import {builtInTables} from './built-in-tables.ts'
import type {ColumnDeclaration, Reference, TableDeclaration, TableDeclarations} from './declaration.ts'

/** What there is without a user's declarations. */
export const builtInOnly: TableDeclarations = builtInTables

/** A user's declarations, and after them the built-in ones of other names. */
export function withBuiltIn(declarations: TableDeclarations): TableDeclarations {
  return {...declarations, ...without(builtInTables, declarations)}
}

/** More declarations than one is put together from. */
export const longestChain = 100

/**
 * A declaration together with those that it extends. One that extends its own name means the built-in one. References
 * that came with a base and lead to no column of the table that stands in its place now are left out.
 */
export function inheritTable(name: string, all: TableDeclarations): TableDeclaration {
  return withoutDeadReferences(joinChain(name, all), all)
}

/** A declaration together with the user's that it extends: only a built-in one is left to be extended. */
export function inheritOwn(name: string, all: TableDeclarations): TableDeclaration {
  const chain = chainOf(name, all)
  const base = chain.find(({declaration}) => isBuiltIn(declaration))
  const own = chain.filter((link) => link !== base).map(({declaration}) => declaration)
  const {extends: _, ...joined} = own.reduceRight((below, declaration) => joinTables(below, declaration))
  return {...withoutDeadReferences(joined, all), ...(base ? {extends: base.name} : {})}
}

function isBuiltIn(declaration: TableDeclaration): boolean {
  return Object.values<TableDeclaration>(builtInTables).includes(declaration)
}

function withoutDeadReferences(declaration: TableDeclaration, all: TableDeclarations): TableDeclaration {
  const columns = declaration.columns?.map((column) => {
    const {references, ...rest} = column
    return references && !leadsOn(references, all) ? rest : column
  })
  return {...declaration, ...(columns ? {columns} : {})}
}

/** What the columns of a declaration are called, those that it inherits included. */
export function namesOfColumns(table: string, all: TableDeclarations): readonly string[] {
  return (joinChain(table, all).columns ?? []).map(({name}) => name)
}

/** The name of a declaration and of those that it extends. */
export function kindsOf(name: string, all: TableDeclarations): readonly [name: string, ...bases: string[]] {
  const [, ...bases] = new Set(chainOf(name, all).map((link) => link.name))
  return [name, ...bases]
}

function joinChain(name: string, all: TableDeclarations): TableDeclaration {
  const declarations = chainOf(name, all).map(({declaration}) => declaration)
  return declarations.reduceRight((base, own) => joinTables(base, own))
}

interface Link {
  readonly name: string
  readonly declaration: TableDeclaration
}

/** A declaration, what it extends, what that extends. */
function chainOf(name: string, all: TableDeclarations): readonly Link[] {
  let last: Link = {name, declaration: declarationOf(name, all)}
  const chain = [last]
  for (let base = last.declaration.extends; base !== undefined; base = last.declaration.extends) {
    const isOwn = base === last.name
    if (!isOwn && chain.some((link) => link.name === base)) {
      throw new ConfigurationError(`the table ${name} extends itself`)
    }
    if (chain.length === longestChain) {
      throw new ConfigurationError(`the table ${name} extends more than ${longestChain - 1} others`)
    }
    last = {name: base, declaration: declarationOf(base, isOwn ? builtInTables : all)}
    chain.push(last)
  }
  return chain
}

/** What takes a built-in declaration away leaves it there to be extended. */
function declarationOf(name: string, all: TableDeclarations): TableDeclaration {
  const declaration = ownOf(name, all) || ownOf(name, builtInTables)
  if (!declaration) throw new ConfigurationError(`unknown table: ${name}`, name, Object.keys(all))
  return declaration
}

function ownOf(name: string, all: TableDeclarations): TableDeclaration | false | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined
}

/** A table that is not declared here may be by another document. */
function leadsOn({table, column}: Reference, all: TableDeclarations): boolean {
  return !ownOf(table, all) || namesOfColumns(table, all).includes(column)
}

/** A declaration on top of another. */
export function joinTables(base: TableDeclaration, own: TableDeclaration): TableDeclaration {
  const columns = joinColumns(base.columns ?? [], own.columns ?? [])
  return {
    ...base,
    ...own,
    headings: [...(own.headings ?? []), ...(base.headings ?? [])],
    ...(columns.length > 0 ? {columns} : {}),
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
