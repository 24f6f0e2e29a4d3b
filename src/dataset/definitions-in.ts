import type {Section} from '../document/model.ts'
import type {ColumnContract, TableContract} from './contract.ts'
import type {CategoryHeading, DeclaredTable, TableRecord, TabularDocument} from './model.ts'
import {withoutRemark} from './names.ts'

/** Where a value is first stated. */
export interface Definition {
  readonly text: string
  readonly path: string
  /** From 1. */
  readonly line: number
  /** The category that it stands in, under each of its names; none where it has none. */
  readonly categories: readonly string[]
  /** Whether the document means it without stating it as such. */
  readonly isImplied: boolean
}

/** What the tables of a document define, as plain data. */
export interface DocumentDefinitions {
  /** The declarations that there are tables of. */
  readonly tables: readonly DefinedTable[]
  /** What their columns state, in order; one column may come several times. */
  readonly columns: readonly DefinedColumn[]
}

export interface DefinedTable {
  /** The names of the declaration. */
  readonly kinds: readonly string[]
  readonly isCatalogue: boolean
}

interface DefinedColumn {
  /** The names of its table's declaration. */
  readonly kinds: readonly string[]
  readonly column: string
  readonly definitions: readonly Definition[]
}

export function definitionsIn(document: TabularDocument): DocumentDefinitions {
  const contracts = new Set(document.tables.map(({contract}) => contract))
  return {
    tables: Array.from(contracts, ({kinds, isCatalogue}) => ({kinds, isCatalogue})),
    columns: byColumn(valuesIn(document)),
  }
}

interface Defined {
  readonly contract: TableContract
  readonly column: ColumnContract
  readonly definition: Definition
}

/** Puts what one column defines in a row together. */
function byColumn(values: Iterable<Defined>): readonly DefinedColumn[] {
  const columns: DefinedColumn[] = []
  let last: Defined | undefined
  let definitions: Definition[] = []
  for (const value of values) {
    const {contract, column, definition} = value
    if (contract !== last?.contract || column !== last.column) {
      definitions = []
      columns.push({kinds: contract.kinds, column: column.name, definitions})
    }
    definitions.push(definition)
    last = value
  }
  return columns
}

/** All that the tables of a document define. A fault that is reported in its own place makes no reference wrong. */
function* valuesIn(document: TabularDocument): Iterable<Defined> {
  const {path} = document.markdown
  const names = new CategoryNames()
  for (const table of document.tables) {
    const {contract} = table
    for (const column of contract.columns.filter(isReferable)) {
      for (const {texts, implied = [], record, category} of statedIn(table, column)) {
        const place = {path, line: record.row.line, categories: names.of(category)}
        yield* define({contract, column}, texts, implied, place)
      }
    }
  }
  for (const contract of document.contracts) {
    yield* headingsOf(document, contract, names)
    if (contract.isCatalogue) yield* fragmentsOf(document, contract, names)
  }
}

/** Which columns another document refers to, only that document knows. To running text none does. */
function isReferable({role}: ColumnContract): boolean {
  return role !== 'qualification' && role !== 'note' && role !== 'ordinal'
}

type Place = Pick<Definition, 'path' | 'line' | 'categories'>

function* define(
  place: Omit<Defined, 'definition'>,
  texts: readonly string[],
  implied: readonly string[],
  where: Place,
): Iterable<Defined> {
  for (const text of texts) yield {...place, definition: {...where, text, isImplied: false}}
  for (const text of implied) {
    if (text !== '') yield {...place, definition: {...where, text, isImplied: true}}
  }
}

/** A category goes by its name, and by what that says without a remark. Most rows have that of the row above. */
class CategoryNames {
  readonly #known = new Map<string, readonly string[]>()

  of(category: string | null): readonly string[] {
    if (category === null) return []
    const names = this.#known.get(category) ?? [...new Set([category, withoutRemark(category)])]
    this.#known.set(category, names)
    return names
  }
}

interface Statement {
  readonly texts: readonly string[]
  readonly implied?: readonly string[]
  readonly record: TableRecord
  readonly category: string | null
}

/** What the rows of a table state in a column, under each category that they may belong to. */
function* statedIn(table: DeclaredTable, column: ColumnContract): Iterable<Statement> {
  let lost: string | null = null
  for (const record of table.records) {
    const {misplacement, category, name, qualification} = record
    if (misplacement?.kind === 'lost-heading') lost = name
    if (misplacement?.kind === 'heading-as-key') lost = name.split(/[:：]/).at(-1)?.trim() ?? name
    if (misplacement && column.role === 'category' && lost !== null) {
      yield {texts: [], implied: [lost], record, category: lost}
    }
    if (misplacement && column.role === 'key') {
      yield {texts: [], implied: [qualification ?? ''], record, category: lost ?? category}
    }
    const texts = textsOf(record, table, column)
    yield {texts, record, category}
    if (lost !== null && column.role !== 'category') yield {texts: [], implied: texts, record, category: lost}
  }
}

/** A category may come from a heading, and where there are three levels the second names something too. */
function textsOf(
  {category, group, name, row}: TableRecord,
  table: DeclaredTable,
  column: ColumnContract,
): readonly string[] {
  if (column.role === 'category') return category === null ? [] : [category]
  if (column.role === 'group') return group === null ? [] : [group]
  if (column.role === 'key' && column.separators.length === 0) {
    return [name, ...(group === null ? [] : [group])].filter((text) => text !== '')
  }
  const own = table.columns.find(({contract}) => contract === column)
  return own ? table.valuesOf(row, own).map(({text}) => text) : []
}

/** A category or a group is stated by its heading, though no row may stand below. */
function* headingsOf(
  {headings, markdown}: TabularDocument,
  contract: TableContract,
  names: CategoryNames,
): Iterable<Defined> {
  const above = new Map(headings.map((heading) => [heading.section, heading]))
  for (const heading of headings) {
    const {role, name, line, contracts} = heading
    const column = contract.columns.find((one) => one.role === (role === 'group' ? 'key' : role))
    if (!contracts.has(contract) || !column || name === '') continue
    const category = role === 'category' ? name : categoryAbove(heading, above)
    yield* define({contract, column}, [name], [], {path: markdown.path, line, categories: names.of(category)})
  }
}

function categoryAbove(
  {section}: CategoryHeading,
  above: ReadonlyMap<Section, CategoryHeading>,
): string | null {
  for (let at = section.parent; at; at = at.parent) {
    const heading = above.get(at)
    if (heading?.role === 'category') return heading.name
  }
  return null
}

/** The rows of a broken table are lost to the dataset, but not to the author of a page that refers to them. */
function* fragmentsOf(
  {fragments, markdown}: TabularDocument,
  contract: TableContract,
  names: CategoryNames,
): Iterable<Defined> {
  const columns = contract.columns.filter(({role}) => role === 'key' || role === 'category')
  for (const {lines, category} of fragments) {
    for (const {text, range} of lines) {
      const cells = text.split(/[|｜]/).map((cell) => cell.trim())
      const place = {path: markdown.path, line: markdown.lines.lineAt(range.start)}
      for (const column of columns) {
        const categories = names.of(column.role === 'category' ? null : (category?.name ?? null))
        yield* define({contract, column}, [], cells, {...place, categories})
      }
    }
  }
}
