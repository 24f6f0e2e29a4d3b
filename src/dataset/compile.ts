import {nameKey} from '../text/normalize.ts'
import {headerWord} from './columns.ts'
import type {ColumnContract, HeadingForm, TableContract, TextPattern} from './contract.ts'
import type {
  ColumnDeclaration,
  HeadingDeclaration,
  TableDeclaration,
  TableDeclarations,
} from './declaration.ts'
import {headersOf, inheritTable, kindsOf, withBuiltIn} from './inherit.ts'
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
  const all = withBuiltIn(declarations)
  return Object.entries(all).flatMap(([name, declaration]) =>
    declaration === false ? [] : [compileTable(kindsOf(name, all), inheritTable(name, all), compilePattern)],
  )
}

/** JavaScript's own engine. */
export function nativePattern(source: string): RegExp {
  return new RegExp(source, 'u')
}

function compileTable(
  kinds: readonly [name: string, ...bases: string[]],
  declaration: TableDeclaration,
  compilePattern: PatternCompiler,
): TableContract {
  const {heading, headings = [], columns = [], missingValues = [], furtherColumns = false} = declaration
  const {excludedHeaders = []} = declaration
  const compiled = columns.map((column) => compileColumn(column, compilePattern))
  return {
    name: kinds[0],
    kinds,
    headings: headings.map(headingForm),
    heading: heading === undefined ? null : compilePattern(heading),
    columns: compiled,
    mayHaveFurther: furtherColumns,
    excludedWords: wordsOf(excludedHeaders),
    missingValues: new Set(missingValues.map(nameKey)),
    isCatalogue: (['key', 'qualification'] as const).every((role) =>
      compiled.some((column) => column.role === role),
    ),
  }
}

/** What is no word at all would be found in every header. */
function wordsOf(headers: readonly string[]): readonly string[] {
  return headers.map(headerWord).filter((word) => word !== '')
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
    names: wordsOf(headers),
    parts: wordsOf(headerEndings),
    isRequired: !optional,
    isFilled: required,
    inherits,
    separators: typeof separator === 'string' ? [separator] : separator,
    unique: unique === true ? 'table' : unique || null,
    test: valueTest(column, compilePattern),
    references,
  }
}
