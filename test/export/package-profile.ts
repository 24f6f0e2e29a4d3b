import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type {Row, Tables} from './tables.ts'

const text = {type: 'string'}
const filled = {type: 'string', minLength: 1}
const names = {type: 'array', minItems: 1, uniqueItems: true, items: filled}

/** A path below the descriptor: no address, no root, no way up, nothing hidden. */
const path = {
  type: 'string',
  pattern: '^(?![~./\\\\])(?!.*://)(?!.*(?:^|[/\\\\])\\.)[^\\\\]+$',
}

const fieldTypes = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array',
  'list',
  'datetime',
  'date',
  'time',
  'year',
  'yearmonth',
  'duration',
  'geopoint',
  'geojson',
  'any',
]

function closed(properties: object, required: readonly string[]) {
  return {type: 'object', additionalProperties: false, properties, required}
}

function profile(name: string) {
  return {const: `https://datapackage.org/profiles/2.0/${name}.json`}
}

const field = closed(
  {
    name: filled,
    type: {enum: fieldTypes},
    description: text,
    constraints: closed(
      {
        required: {type: 'boolean'},
        unique: {type: 'boolean'},
        enum: {type: 'array', minItems: 1, uniqueItems: true},
      },
      [],
    ),
  },
  ['name', 'type'],
)

const dialect = closed(
  {
    $schema: profile('tabledialect'),
    header: {type: 'boolean'},
    delimiter: text,
    lineTerminator: text,
    quoteChar: {type: 'string', minLength: 1, maxLength: 1},
    doubleQuote: {type: 'boolean'},
    skipInitialSpace: {type: 'boolean'},
  },
  [],
)

const tableSchema = closed(
  {
    $schema: profile('tableschema'),
    fields: {type: 'array', minItems: 1, items: field},
    missingValues: {type: 'array', uniqueItems: true, items: text},
    primaryKey: names,
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: closed({fields: names, reference: closed({resource: filled, fields: names}, ['fields'])}, [
        'fields',
        'reference',
      ]),
    },
  },
  ['fields'],
)

const resource = closed(
  {
    $schema: profile('dataresource'),
    name: {type: 'string', pattern: '^[a-z0-9._-]+$'},
    description: text,
    type: {const: 'table'},
    path,
    format: text,
    mediatype: {type: 'string', pattern: '^[^/]+/[^/]+$'},
    encoding: {const: 'utf-8'},
    dialect,
    schema: tableSchema,
  },
  ['name', 'path', 'type', 'schema'],
)

/**
 * What https://datapackage.org/standard/data-package/ and the pages on resources, dialects and table schemas ask of
 * a descriptor, as far as ours uses it. The standard allows further properties; ours has none but in its sources.
 */
const descriptor = closed(
  {
    $schema: profile('datapackage'),
    name: {type: 'string', pattern: '^[a-z0-9._-]+$'},
    title: text,
    resources: {type: 'array', minItems: 1, items: resource},
    sources: {
      type: 'array',
      minItems: 1,
      items: closed(
        {
          title: text,
          documentTitle: {type: ['string', 'null']},
          hash: {type: 'string', pattern: '^sha256:[0-9a-f]{64}$'},
        },
        ['title'],
      ),
    },
  },
  ['resources'],
)

const ajv = new Ajv2020({strict: true, strictTypes: false, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile<Descriptor>(descriptor)

export interface Descriptor {
  readonly resources: readonly ResourceDescriptor[]
  readonly sources?: readonly Readonly<Record<string, unknown>>[]
}

interface ResourceDescriptor {
  readonly name: string
  readonly path: string
  readonly schema: {
    readonly fields: readonly FieldDescriptor[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: {readonly resource?: string; readonly fields: readonly string[]}
    }[]
  }
}

interface FieldDescriptor {
  readonly name: string
  readonly type: string
  readonly constraints?: {readonly required?: boolean; readonly enum?: readonly unknown[]}
}

/** What a descriptor has that the standard does not allow, or the other way round. */
export function descriptorProblems(value: unknown): readonly string[] {
  if (!validate(value))
    return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
  const {resources} = value
  return [
    ...repeated(resources.map(({name}) => name)).map((name) => `two resources are called ${name}`),
    ...resources.flatMap((one) =>
      namesNowhere(one, resources).map((name) => `${one.name} has no field ${name}`),
    ),
    ...resources.flatMap(({name, schema}) =>
      repeated(schema.fields.map((each) => each.name)).map((twice) => `${name} has two fields ${twice}`),
    ),
  ]
}

function namesNowhere({name, schema}: ResourceDescriptor, resources: readonly ResourceDescriptor[]) {
  const isField = (key: string, resourceName: string) =>
    resources.some(
      (other) => other.name === resourceName && other.schema.fields.some((each) => each.name === key),
    )
  return [
    ...[...schema.primaryKey, ...(schema.foreignKeys ?? []).flatMap(({fields}) => fields)].filter(
      (key) => !isField(key, name),
    ),
    ...(schema.foreignKeys ?? []).flatMap(({fields, reference}) =>
      fields.length === reference.fields.length
        ? reference.fields.filter((key) => !isField(key, reference.resource ?? name))
        : [`${fields.length} for ${reference.fields.length}`],
    ),
  ]
}

/** Rows that break what the descriptor says of them: types, values, keys. */
export function tableProblems({resources}: Descriptor, tables: Tables): readonly string[] {
  return resources.flatMap(({name, schema: {fields, primaryKey, foreignKeys = []}}) => {
    const rows = tables[name] ?? []
    return [
      ...rows.flatMap((row) => fields.flatMap((each) => cellProblems(row[each.name], each, name))),
      ...repeated(rows.map((row) => keyOf(row, primaryKey))).map((key) => `${name} has the key ${key} twice`),
      ...foreignKeys.flatMap(({fields: own, reference}) => {
        const targets = new Set(
          tables[reference.resource ?? name]?.map((row) => keyOf(row, reference.fields)),
        )
        const pointing = rows.filter((row) => own.every((key) => row[key] !== null))
        return pointing
          .filter((row) => !targets.has(keyOf(row, own)))
          .map((row) => `${name} points to no ${keyOf(row, own)}`)
      }),
    ]
  })
}

function cellProblems(
  value: unknown,
  {name, type, constraints = {}}: FieldDescriptor,
  table: string,
): readonly string[] {
  const what = `${table}.${name} is ${JSON.stringify(value)}`
  if (value === null) return constraints.required ? [what] : []
  const isAllowed = constraints.enum?.includes(value) ?? true
  return isAllowed && isOfType(value, type) ? [] : [what]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isSafeInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value)
  return typeof value === type
}

function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify(fields.map((name) => row[name]))
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
