import {type DataPath, type Problem, unexpected} from '../../shape/problem.ts'
import {isObject, list, matching, object, oneOf, type Shape, string, wholeNumber} from '../../shape/shapes.ts'

const textOrNull = matching((value) => value === null || typeof value === 'string', {
  en: 'a text or null',
  zh: '文本或 null',
})

const place = wholeNumber(1)

const anything: Shape = () => []

const details = {
  condition: string,
  issuer: string,
  aliases: list(string),
  note: string,
  required: oneOf(false),
}

const oneCase = fields({when: string, require: requirement}, ['when', 'require'])

const ambiguous = oneOf(true)

/** The forms of a requirement by the key that each has and no other. */
const forms: ReadonlyMap<string, Shape> = new Map([
  ['license', fields({...details, license: string, canonical: string, status: string}, ['license'])],
  ['document', fields({...details, document: string}, ['document'])],
  ['all', fields({all: list(requirement), ambiguous}, ['all'])],
  ['any', fields({any: list(requirement), ambiguous}, ['any'])],
  ['cases', fields({cases: list(oneCase), ambiguous}, ['cases'])],
])

const subcategory = fields(
  {
    name: string,
    group: string,
    line: place,
    column: place,
    qualification: textOrNull,
    requirement: (value, path) => (value === null ? [] : requirement(value, path)),
    note: textOrNull,
    problems: list(string),
  },
  ['name', 'line', 'qualification', 'requirement'],
)

const category = fields(
  {name: textOrNull, document: string, line: place, subcategories: list(subcategory), problems: list(string)},
  ['name', 'document', 'line', 'subcategories'],
)

const document = fields({path: string, title: textOrNull, sha256: string}, ['path', 'sha256'])

/** What `schema/dataset.schema.json` says, as far as a comparison depends on it. */
export const datasetShape: Shape = fields(
  {
    $schema: string,
    version: oneOf(1),
    documents: list(document),
    categories: list(category),
    licenses: anything,
  },
  ['documents', 'categories'],
)

function fields(shapes: Readonly<Record<string, Shape>>, required: readonly string[]): Shape {
  return object(new Map(Object.entries(shapes)), required)
}

function* requirement(value: unknown, path: DataPath): Iterable<Problem> {
  if (path.length > deepest) return yield {path: path.slice(0, shownDepth), message: tooDeep}
  const own = isObject(value) ? [...forms].find(([key]) => Object.hasOwn(value, key)) : undefined
  if (own) yield* own[1](value, path)
  else yield unexpected(path, value, {en: 'a requirement', zh: '资质要求'})
}

/** What goes through a requirement calls itself for each level. */
const deepest = 400

const shownDepth = 6

const tooDeep = {en: 'is nested too deeply', zh: '嵌套过深'}
