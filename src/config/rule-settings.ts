import {type RuleSetting, settingLevels} from '../lint.ts'
import {resolveOptions} from '../options.ts'
import type {Rule} from '../rule.ts'
import {missing, unexpected, unknownName} from '../shape/problem.ts'
import {either, isObject, oneOf, record, type Shape} from '../shape/shapes.ts'
import type {RuleSettings} from './data.ts'

/** Levels by rule, or levels with options. */
export function ruleSettings(rules: readonly Rule[]): Shape {
  const shapes = new Map(rules.map((rule) => [rule.id, settingOf(rule)]))
  const ids = [...shapes.keys()]
  return record(
    function* (id, path) {
      if (typeof id === 'string' && !shapes.has(id)) yield unknownName(path, id, ids, unknownRule)
    },
    (id) => shapes.get(id) ?? level,
  )
}

const unknownRule = {en: 'unknown rule', zh: '未知规则'}

const level = oneOf(...settingLevels)

function settingOf(rule: Rule): Shape {
  return either([Array.isArray, levelAndOptions(rule)], [() => true, level])
}

function levelAndOptions(rule: Rule): Shape {
  const options = optionsOf(rule)
  return function* (value, path) {
    const [first, second, ...rest] = value as readonly unknown[]
    if (first === undefined) yield missing([...path, 0])
    else yield* level(first, [...path, 0])
    if (second !== undefined) yield* options(second, [...path, 1])
    if (rest.length > 0) {
      const words = {en: 'a level and options', zh: '级别与选项'}
      yield unexpected([...path, 2], rest[0], words)
    }
  }
}

function optionsOf({options}: Rule): Shape {
  return function* (value, path) {
    if (!isObject(value)) return yield unexpected(path, value, {en: 'an object', zh: '一个对象'})
    for (const {option, expected, actual} of resolveOptions(options, value).problems) {
      const at = [...path, option]
      const words = {en: `is not known here: expected ${expected.en}`, zh: `不是已知选项：应为${expected.zh}`}
      if (Object.hasOwn(options, option)) yield unexpected(at, actual, expected)
      else yield unknownName(at, option, Object.keys(options), words)
    }
  }
}

/** Settings with others on top. A bare level keeps the options that were set before. */
export function mergeRules(
  before: Readonly<Record<string, RuleSetting>>,
  settings: RuleSettings,
): Readonly<Record<string, RuleSetting>> {
  const added = Object.entries(settings)
  // What many documents share stays one object.
  if (added.length === 0) return before
  const merged = new Map(Object.entries(before))
  for (const [id, setting] of added) merged.set(id, mergeSetting(merged.get(id), setting))
  return Object.fromEntries(merged)
}

function mergeSetting(before: RuleSetting | undefined, setting: RuleSettings[string]): RuleSetting {
  const [level, options] = typeof setting === 'string' ? [setting] : setting
  const kept = options ?? (typeof before === 'object' ? before[1] : undefined)
  return kept ? [level, kept] : level
}
