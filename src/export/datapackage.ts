import type {Dataset} from '../dataset/entries.ts'
import {toJson} from '../text/json.ts'
import {csvLines} from './csv-lines.ts'
import type {Column, Table} from './table.ts'
import {categories, licenses, requirements, subcategories} from './tables.ts'

/** A file of a directory and its text. */
export interface ExportedFile {
  readonly name: string
  readonly chunks: (dataset: Dataset) => Iterable<string>
}

const tables = [categories, subcategories, licenses, requirements]

/**
 * The files of a Data Package, version 2, the descriptor last: https://datapackage.org. The tables are for programs,
 * so nothing in them is defused. Halves of surrogate pairs and NUL become U+FFFD.
 */
export const packageFiles: readonly ExportedFile[] = [
  ...tables.map(({name, columns, rows}) => ({
    name: `${name}.csv`,
    *chunks(dataset: Dataset) {
      yield* csvLines([columns.map((column) => column.name)], false)
      yield* csvLines(rows(dataset), false)
    },
  })),
  {name: 'datapackage.json', chunks: descriptorChunks},
]

const profiles = 'https://datapackage.org/profiles/2.0'

/** The sources are written one by one: there are as many as documents. */
function* descriptorChunks({documents}: Dataset): Iterable<string> {
  yield toJson({
    $schema: `${profiles}/datapackage.json`,
    name: 'catalint-dataset',
    title: 'Service categories and the licences that they ask for',
    resources: tables.map(toResource),
  }).replace(/\n\}\n$/, '')
  for (const [index, {path, title, sha256}] of documents.entries()) {
    yield index === 0 ? ',\n  "sources": [\n' : ',\n'
    yield indent(toJson({title: path, documentTitle: title, hash: `sha256:${sha256}`}))
  }
  yield `${documents.length > 0 ? '\n  ]' : ''}\n}\n`
}

function indent(json: string): string {
  return json.trimEnd().replaceAll(/^/gm, '    ')
}

function toResource({name, description, columns, primaryKey, foreignKeys}: Table) {
  return {
    $schema: `${profiles}/dataresource.json`,
    name,
    description,
    type: 'table',
    path: `${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      $schema: `${profiles}/tabledialect.json`,
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
    },
    schema: {
      $schema: `${profiles}/tableschema.json`,
      fields: columns.map(toField),
      missingValues: [''],
      primaryKey,
      ...toForeignKeys(foreignKeys),
    },
  }
}

function toField({name, type, description, isNullable, values}: Column) {
  // A text may be empty, which a reader of CSV cannot tell from missing.
  const isRequired = !isNullable && (type !== 'string' || values !== undefined)
  const constraints = {...(isRequired ? {required: true} : {}), ...(values ? {enum: values} : {})}
  return {name, type, description, ...(Object.keys(constraints).length > 0 ? {constraints} : {})}
}

/** Documents are no table here but the sources of the package. */
function toForeignKeys(foreignKeys: Table['foreignKeys']) {
  const inside = Object.entries(foreignKeys).filter(([, target]) => target !== 'documents')
  if (inside.length === 0) return {}
  return {
    foreignKeys: inside.map(([column, resource]) => ({
      fields: [column],
      reference: {resource, fields: ['id']},
    })),
  }
}
