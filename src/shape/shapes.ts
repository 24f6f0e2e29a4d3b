import type {Localized} from '../finding.ts'
import {type DataPath, missing, type Problem, unexpected, unknownName} from './problem.ts'

/** Finds what keeps a value from being of a shape. */
export type Shape = (value: unknown, path: DataPath) => Iterable<Problem>

export type Fields = ReadonlyMap<string, Shape>

/** An object with some of the fields and no others. */
export function object(fields: Fields, required: readonly string[] = []): Shape {
  const names = [...fields.keys()]
  const what = {
    en: `is not known here: expected ${names.join(', ')}`,
    zh: `不是已知字段：应为 ${names.join('、')}`,
  }
  return function* (value, path) {
    if (!isObject(value)) return yield unexpected(path, value, {en: 'an object', zh: '一个对象'})
    for (const name of required) if (!Object.hasOwn(value, name)) yield missing([...path, name])
    for (const [name, item] of Object.entries(value)) {
      const shape = fields.get(name)
      if (shape) yield* shape(item, [...path, name])
      else yield unknownName([...path, name], name, names, what)
    }
  }
}

/** An object whose fields are named by the user and all of one shape, which may depend on the name. */
export function record(name: Shape, item: (name: string) => Shape): Shape {
  return function* (value, path) {
    if (!isObject(value)) return yield unexpected(path, value, {en: 'an object', zh: '一个对象'})
    if (Object.keys(value).length > mostNames) {
      yield {path, message: {en: `has more than ${mostNames} names`, zh: `超过 ${mostNames} 个名称`}}
      return
    }
    for (const [key, each] of Object.entries(value)) {
      const wrong = [...name(key, [...path, key])]
      yield* wrong.length > 0 ? wrong : item(key)(each, [...path, key])
    }
  }
}

/** What refers to each other by name is followed step by step: so much is done at once. */
const mostNames = 500

export function list(item: Shape, {minimum = 0} = {}): Shape {
  return function* (value, path) {
    if (!Array.isArray(value)) return yield unexpected(path, value, {en: 'a list', zh: '一个列表'})
    if (value.length < minimum) yield {path, message: {en: 'is an empty list', zh: '列表为空'}}
    for (const [index, each] of value.entries()) yield* item(each, [...path, index])
  }
}

/** A value of which a test decides, and the words for what it takes. */
export function matching(test: (value: unknown) => boolean, words: Localized): Shape {
  return function* (value, path) {
    if (!test(value)) yield unexpected(path, value, words)
  }
}

/** One of some values; of those that are texts, the nearest may have been meant. */
export function oneOf(...values: readonly unknown[]): Shape {
  const names = values.map((value) => JSON.stringify(value))
  const known = values.filter((value) => typeof value === 'string')
  const words = {
    en: names.length > 1 ? `one of ${names.join(', ')}` : names.join(),
    zh: names.length > 1 ? `${names.join('、')} 之一` : names.join(),
  }
  return function* (value, path) {
    if (values.includes(value)) return
    const problem = unexpected(path, value, words)
    yield typeof value === 'string' ? {...problem, unknown: {word: value, known}} : problem
  }
}

/** The shape that a value is meant to have: the first whose test it meets, else the last. */
export function either(
  ...choices: readonly (readonly [test: (value: unknown) => boolean, shape: Shape])[]
): Shape {
  return (value, path) => (choices.find(([test]) => test(value)) ?? choices.at(-1))?.[1](value, path) ?? []
}

export const text = matching(isText, {en: 'a text', zh: '文本'})

/** A text that may be blank. */
export const string = matching((value) => typeof value === 'string', {en: 'a text', zh: '文本'})

/** A whole number of so much at least, and at most where that is said. */
export function wholeNumber(minimum: number, maximum = Number.MAX_SAFE_INTEGER): Shape {
  const isMet = (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum
  return matching(
    isMet,
    maximum === Number.MAX_SAFE_INTEGER
      ? {en: `a whole number from ${minimum}`, zh: `不小于 ${minimum} 的整数`}
      : {en: `a whole number from ${minimum} to ${maximum}`, zh: ` ${minimum} 至 ${maximum} 的整数`},
  )
}

export const yesOrNo = matching((value) => typeof value === 'boolean', {
  en: 'true or false',
  zh: ' true 或 false',
})

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
