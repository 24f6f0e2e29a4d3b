import {readdirSync, readFileSync} from 'node:fs'
import type {Finding, Level, RuleSetting} from '../../src/index.ts'
import {decodeEscapes} from './escapes.ts'

/** A small document that ends with a block of the findings it was written to have. */
export interface Fixture {
  /** The folder's name: the rule it is about. */
  readonly rule: string
  readonly name: string
  readonly source: string
  /** `line:column-line:column level rule message`, in the order of the document. */
  readonly findings: readonly string[]
  /** Rules that the expectation leaves out. */
  readonly ignored: ReadonlySet<string>
  readonly settings: Readonly<Record<string, RuleSetting>>
}

const folder = new URL('../../fixtures/rules/', import.meta.url)

export function fixtures(): readonly Fixture[] {
  const rules = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  return rules.flatMap(({name: rule}) => {
    const files = readdirSync(new URL(`${rule}/`, folder)).filter((file) => file.endsWith('.md'))
    return files.sort().map((file) => readFixture(rule, file))
  })
}

/**
 * The block stands outside of the document. ` ```findings escapes ` says that `\u200B` and `\t` in the document
 * stand for the characters, `ignore: RULE, …` and `rule: RULE LEVEL OPTIONS` say what to run.
 */
function readFixture(rule: string, file: string): Fixture {
  const text = readFileSync(new URL(`${rule}/${file}`, folder), 'utf8')
  const [all, source = '', escapes, block = ''] =
    /^(.*?)\n```findings( escapes)?\n(.*?)```\n$/s.exec(text) ?? []
  if (all === undefined) throw new Error(`${rule}/${file} does not end with its findings`)
  const lines = block.split('\n').filter(Boolean)
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length))
  return {
    rule,
    name: file.slice(0, -'.md'.length),
    source: escapes ? decodeEscapes(source) : source,
    findings: lines.filter((line) => /^\d/.test(line)),
    ignored: new Set(valuesOf('ignore: ').flatMap((list) => list.split(', '))),
    settings: Object.fromEntries(valuesOf('rule: ').map(readSetting)),
  }
}

function readSetting(line: string): [string, RuleSetting] {
  const [id = '', level = '', ...options] = line.split(' ')
  return [id, [level as Level, JSON.parse(options.join(' ') || '{}')]]
}

/** A finding as a fixture writes it. */
export function findingLine({start, end, level, rule, messageId}: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${level} ${rule} ${messageId}`
}
