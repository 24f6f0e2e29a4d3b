import Papa from 'papaparse'
import type {Dataset} from '../../src/dataset/entries.ts'
import {packageFiles} from '../../src/export/datapackage.ts'
import type {Term} from '../../src/requirement/expression.ts'
import type {Fact} from './facts.ts'

export type Row = Readonly<Record<string, unknown>>

/** Rows by the name of their table. */
export type Tables = Readonly<Record<string, readonly Row[]>>

interface Descriptor {
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly schema: {readonly fields: readonly {readonly name: string; readonly type: string}[]}
  }[]
}

export function filesOf(dataset: Dataset): ReadonlyMap<string, string> {
  return new Map(packageFiles.map(({name, chunks}) => [name, [...chunks(dataset)].join('')]))
}

/** Reads the tables of a Data Package as its descriptor says. */
export function readPackage(files: ReadonlyMap<string, string>): Tables {
  const {resources} = JSON.parse(files.get('datapackage.json') ?? '') as Descriptor
  return Object.fromEntries(
    resources.map(({name, path, schema}) => {
      const [head, ...rows] = readCsv(files.get(path) ?? '')
      const names = schema.fields.map((field) => field.name)
      if (JSON.stringify(head) !== JSON.stringify(names)) throw new Error(`${path} has other columns`)
      return [name, rows.map((cells) => rowOf(cells, schema.fields))]
    }),
  )
}

/** Reads CSV with another program than the one that wrote it; anything odd about the text is an error. */
export function readCsv(text: string): readonly (readonly string[])[] {
  if (!text.endsWith('\r\n')) throw new Error('the last row does not end')
  const {data, errors} = Papa.parse<string[]>(text.slice(0, -2), {delimiter: ',', newline: '\r\n'})
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data
}

function rowOf(cells: readonly string[], fields: readonly {name: string; type: string}[]): Row {
  if (cells.length !== fields.length) throw new Error('a row is longer or shorter than its head')
  return Object.fromEntries(fields.map(({name, type}, index) => [name, readCell(cells[index] ?? '', type)]))
}

function readCell(cell: string, type: string): unknown {
  if (cell === '') return null
  return type === 'string' ? cell : (JSON.parse(cell) as unknown)
}

/** The facts that tables state, from their keys alone. */
export function factsIn({categories = [], subcategories = [], requirements = []}: Tables): readonly Fact[] {
  return requirements.map((row) => {
    const subcategory = found(subcategories, row.subcategory_id)
    const category = found(categories, subcategory.category_id)
    return {
      document: textOf(category.document),
      category: category.has_heading ? textOf(category.name) : null,
      group: subcategory.group_name === null ? null : textOf(subcategory.group_name),
      subcategory: textOf(subcategory.name),
      line: Number(subcategory.line),
      alternative: Number(row.alternative),
      when: listOf(row.cases) ?? [],
      term: termOf(row),
    }
  })
}

/** Ids count from 1 in the order of the rows. */
function found(rows: readonly Row[], id: unknown): Row {
  const row = rows[Number(id) - 1]
  if (!row || row.id !== id) throw new Error(`no row has the id ${String(id)}`)
  return row
}

function termOf({kind, name, ...row}: Row): Term | null {
  if (kind === 'none') return null
  const aliases = listOf(row.aliases)
  const details = Object.fromEntries(
    ['canonical', 'status', 'condition', 'issuer', 'note'].flatMap((key) =>
      row[key] === null ? [] : [[key, row[key]]],
    ),
  )
  const more = {...details, ...(aliases ? {aliases} : {})}
  return kind === 'license' ? {license: textOf(name), ...more} : {document: textOf(name), ...more}
}

/** Lists are JSON text, which may have been read already. */
function listOf(value: unknown): readonly string[] | null {
  return (typeof value === 'string' ? JSON.parse(value) : value) as readonly string[] | null
}

function textOf(value: unknown): string {
  return value === null ? '' : String(value)
}
