import {type DataPath, type Problem, unexpected} from '../shape/problem.ts'
import {
  either,
  type Fields,
  isText,
  list,
  matching,
  object,
  oneOf,
  record,
  type Shape,
  text,
  wholeNumber,
  yesOrNo,
} from '../shape/shapes.ts'

const heading = object(
  new Map([
    ['role', oneOf('category', 'group')],
    ['label', text],
    ['separator', text],
    ['isGeneral', yesOrNo],
  ]),
  ['role', 'label'],
)

const anyText = matching((value) => typeof value === 'string' && value !== '', {en: 'a text', zh: '文本'})

const length = wholeNumber(0)

const references = object(
  new Map([
    ['table', text],
    ['column', text],
    ['withinCategory', yesOrNo],
    ['tentative', yesOrNo],
  ]),
  ['table', 'column'],
)

const column = object(
  new Map([
    ['name', name],
    ['headers', list(text, {minimum: 1})],
    ['headerEndings', list(text)],
    ['role', oneOf('ordinal', 'category', 'group', 'key', 'qualification', 'note')],
    ['optional', yesOrNo],
    ['inherits', yesOrNo],
    ['separator', either([Array.isArray, list(anyText)], [() => true, anyText])],
    [
      'type',
      oneOf('string', 'integer', 'number', 'boolean', 'date', 'time', 'datetime', 'year', 'yearmonth'),
    ],
    ['required', yesOrNo],
    ['unique', oneOf(true, false, 'table', 'category', 'dataset')],
    ['enum', list(anyText, {minimum: 1})],
    ['pattern', text],
    ['minLength', length],
    ['maxLength', length],
    ['references', references],
  ]),
  ['name'],
)

const fields: Fields = new Map([
  ['extends', text],
  ['heading', text],
  ['headings', list(heading)],
  ['columns', list(column, {minimum: 1})],
  ['furtherColumns', yesOrNo],
  ['excludedHeaders', list(text)],
  ['missingValues', list(text)],
])

/** Declared tables by name. `further` is what may be said of each beside its declaration. */
export function tablesShape(further: Fields = new Map()): Shape {
  const table = object(new Map([...further, ...fields]))
  return record(name, () => either([(value) => value === false, function* () {}], [() => true, table]))
}

function* name(value: unknown, path: DataPath): Generator<Problem> {
  if (isText(value) && value !== '__proto__') return
  yield unexpected(path, value, {en: 'a name', zh: '名称'})
}
