import {tablesShape} from '../declarations/shape.ts'
import type {Rule} from '../rule.ts'
import {type DataPath, type Problem, unexpected} from '../shape/problem.ts'
import {either, isText, list, object, type Shape, text} from '../shape/shapes.ts'
import {globs, longestGlob} from './globs/shape.ts'
import {presetNames} from './presets.ts'
import {ruleSettings} from './rule-settings.ts'

/** What a file of configuration must look like. Vocabularies in it are checked with those in files. */
export function configShape(rules: readonly Rule[]): Shape {
  const settings = ruleSettings(rules)
  const tables = tablesShape(new Map([['paths', globs]]))
  const override = object(
    new Map([
      ['files', globs],
      ['excludedFiles', globs],
      ['rules', settings],
      ['tables', tables],
    ]),
    ['files'],
  )
  return object(
    new Map([
      ['$schema', text],
      ['extends', oneOrMany(extended)],
      ['ignore', oneOrMany(ignoreLine)],
      ['vocabulary', oneOrMany(vocabulary)],
      ['rules', settings],
      ['tables', tables],
      ['overrides', list(override)],
    ]),
  )
}

function oneOrMany(item: Shape): Shape {
  return either([Array.isArray, list(item)], [() => true, item])
}

function* extended(value: unknown, path: DataPath): Generator<Problem> {
  const words = {
    en: `${presetNames.join(', ')} or the path of a file`,
    zh: ` ${presetNames.join('、')} 或文件路径`,
  }
  if (!isText(value)) yield unexpected(path, value, words)
  else if (/^catalint:/.test(value) && !presetNames.some((name) => name === value)) {
    yield {...unexpected(path, value, words), unknown: {word: value, known: presetNames}}
  }
}

function* ignoreLine(value: unknown, path: DataPath): Generator<Problem> {
  if (typeof value === 'string' && value.length <= longestGlob && !/[\r\n]/.test(value)) return
  yield unexpected(path, value, {
    en: `a line as in .gitignore, of at most ${longestGlob} characters`,
    zh: `形如 .gitignore 中的一行，不超过 ${longestGlob} 个字符`,
  })
}

function* vocabulary(value: unknown, path: DataPath): Generator<Problem> {
  if (isText(value) || (typeof value === 'object' && value !== null)) return
  yield unexpected(path, value, {en: 'the path of a vocabulary, or one in place', zh: '词表路径或词表本身'})
}
