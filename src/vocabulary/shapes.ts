import type {Localized} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'

/** What is wrong with a vocabulary, and where: `licenses[3].successor.from`. */
export interface VocabularyProblem {
  readonly path: string
  readonly message: Localized
}

/** Finds what keeps a value from being of a shape. */
export type Shape = (value: unknown, path: string) => Iterable<VocabularyProblem>

export type Fields = ReadonlyMap<string, Shape>

/** An object with some of the fields and no others. */
export function object(fields: Fields, required: readonly string[] = []): Shape {
  return function* (value, path) {
    if (!isObject(value)) return yield expected(path, {en: 'an object', zh: '一个对象'})
    for (const name of required) if (!Object.hasOwn(value, name)) yield missing(join(path, name))
    for (const [name, item] of Object.entries(value)) {
      const shape = fields.get(name)
      if (shape) yield* shape(item, join(path, name))
      else yield unknownField(join(path, name), [...fields.keys()])
    }
  }
}

export function list(item: Shape): Shape {
  return function* (value, path) {
    if (!Array.isArray(value)) return yield expected(path, {en: 'a list', zh: '一个列表'})
    for (const [index, each] of value.entries()) yield* item(each, `${path}[${index}]`)
  }
}

/** A value of which a test decides, and the words for what it takes. */
export function matching(test: (value: unknown) => boolean, words: Localized): Shape {
  return function* (value, path) {
    if (!test(value)) yield expected(path, words)
  }
}

export function oneOf(...values: readonly unknown[]): Shape {
  const names = values.map((value) => JSON.stringify(value))
  return matching((value) => values.includes(value), {
    en: names.length > 1 ? `one of ${names.join(', ')}` : names.join(),
    zh: names.length > 1 ? `${names.join('、')} 之一` : names.join(),
  })
}

export function expected(path: string, {en, zh}: Localized): VocabularyProblem {
  return {path, message: {en: `expected ${en}`, zh: `应为${zh}`}}
}

export function missing(path: string): VocabularyProblem {
  return {path, message: {en: 'is missing', zh: '缺失'}}
}

/** The text as a message can show it. */
export function shown(text: string): string {
  return escapeLine(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)
}

const longestShown = 60

function unknownField(path: string, names: readonly string[]): VocabularyProblem {
  return {
    path,
    message: {
      en: `is not known here: expected ${names.join(', ')}`,
      zh: `不是已知字段：应为 ${names.join('、')}`,
    },
  }
}

function join(path: string, name: string): string {
  return path === '' ? shown(name) : `${path}.${shown(name)}`
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
