import {ConfigurationError} from '../configuration-error.ts'
import {nameKey} from '../text/normalize.ts'
import {builtInTables} from './built-in-tables.ts'
import {headerWord} from './columns.ts'
import type {ColumnContract, HeadingForm, TableContract, TextPattern} from './contract.ts'
import type {
  ColumnDeclaration,
  HeadingDeclaration,
  TableDeclaration,
  TableDeclarations,
} from './declaration.ts'
import {valueTest} from './values.ts'

/** Makes a regular expression of its source. */
export type PatternCompiler = (source: string) => TextPattern

/**
 * Makes declarations ready for reading. A user's declaration replaces a built-in one of the same name, and is tried
 * before the others: what a user says of a table counts first.
 */
export function compileTables(
  declarations: TableDeclarations = {},
  compilePattern: PatternCompiler = nativePattern,
): readonly TableContract[] {
  const all: TableDeclarations = {...declarations, ...without(builtInTables, declarations)}
  return Object.entries(all).flatMap(([name, declaration]) =>
    declaration === false ? [] : [compileTable(name, inherit(name, all), compilePattern)],
  )
}

function nativePattern(source: string): RegExp {
  try {
    return new RegExp(source, 'u')
  } catch (cause) {
    throw new ConfigurationError(`wrong pattern: ${source} (${(cause as Error).message})`)
  }
}

function without(tables: TableDeclarations, names: TableDeclarations): TableDeclarations {
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !Object.hasOwn(names, name)))
}

/** A declaration together with those that it extends. One that extends its own name means the built-in one. */
function inherit(name: string, all: TableDeclarations, heirs: readonly string[] = []): TableDeclaration {
  const declaration = Object.hasOwn(all, name) ? all[name] : undefined
  if (!declaration) throw new ConfigurationError(`unknown table: ${name}`, name, Object.keys(all))
  if (heirs.includes(name)) throw new ConfigurationError(`the table ${name} extends itself`)
  const base = declaration.extends
  if (base === undefined) return declaration
  if (base !== name) return join(inherit(base, all, [...heirs, name]), declaration)
  return join(inherit(base, builtInTables), declaration)
}

function join(base: TableDeclaration, own: TableDeclaration): TableDeclaration {
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

function compileTable(
  name: string,
  declaration: TableDeclaration,
  compilePattern: PatternCompiler,
): TableContract {
  const {heading, headings = [], columns = [], missingValues = [], furtherColumns = false} = declaration
  const compiled = columns.map((column) => compileColumn(column, compilePattern))
  return {
    name,
    headings: headings.map(headingForm),
    heading: heading === undefined ? null : compilePattern(heading),
    columns: compiled,
    mayHaveFurther: furtherColumns,
    missingValues: new Set(missingValues.map(nameKey)),
    isCatalogue: (['key', 'qualification'] as const).every((role) =>
      compiled.some((column) => column.role === role),
    ),
  }
}

function headingForm({role, label, separator = '：', isGeneral = false}: HeadingDeclaration): HeadingForm {
  return {role, label, separator, isGeneral}
}

function compileColumn(column: ColumnDeclaration, compilePattern: PatternCompiler): ColumnContract {
  const {name, role = null, optional = false, required = false, inherits = false} = column
  const {separator = [], unique = false, references = null, headerEndings = []} = column
  const headers = headersOf(column)
  return {
    name,
    role,
    label: headers[0] ?? name,
    names: headers.map(headerWord),
    parts: headerEndings.map(headerWord),
    isRequired: !optional,
    isFilled: required,
    inherits,
    separators: typeof separator === 'string' ? [separator] : separator,
    unique: unique === true ? 'table' : unique || null,
    test: valueTest(column, compilePattern),
    references,
  }
}

function headersOf({name, headers}: ColumnDeclaration): readonly string[] {
  return headers && headers.length > 0 ? headers : [name]
}
