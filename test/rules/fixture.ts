import {readdirSync, readFileSync} from 'node:fs'
import type {Finding, Level, RuleSetting, TableDeclarations} from '../../src/index.ts'
import {decodeEscapes} from './escapes.ts'

/** A small document that ends with a block of the findings it was written to have. */
export interface Fixture {
  /** The folder's name: the rule it is about. */
  readonly rule: string
  readonly name: string
  readonly source: string
  /**
   * `line:column-line:column level rule message` in the order of the document. ` < ` and the place that it points
   * back to may follow, and a colon and its words.
   */
  readonly findings: readonly string[]
  /** The document after the safe fixes of the rule, and after its suggestions. */
  readonly fixed: string
  readonly suggested: string
  /** Rules that the expectation leaves out. */
  readonly ignored: ReadonlySet<string>
  readonly settings: Readonly<Record<string, RuleSetting>>
  readonly tables: TableDeclarations
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
 * The blocks stand outside of the document. ` ```findings escapes ` says that `\u200B` and `\t` in the document
 * stand for the characters, `ignore: RULE, …` and `rule: RULE LEVEL OPTIONS` say what to run, `tables: DECLARATIONS`
 * declares tables. ` ```fixed ` and
 * ` ```suggested ` hold what the rule's edits make of the document; without them it offers none.
 */
function readFixture(rule: string, file: string): Fixture {
  const text = readFileSync(new URL(`${rule}/${file}`, folder), 'utf8')
  const end = text.indexOf('\n```findings')
  if (end === -1) throw new Error(`${rule}/${file} does not end with its findings`)
  const blocks = new Map(
    [...text.slice(end).matchAll(/\n```(\w+)(?: escapes)?\n(.*?)```\n/gs)].map(([, name, body]) => [
      name,
      body,
    ]),
  )
  const decode = text.startsWith('\n```findings escapes\n', end) ? decodeEscapes : (raw: string) => raw
  const written = text.slice(0, end)
  // A block always ends its last line; the document need not.
  const documentIn = (body = '') => decode(written.endsWith('\n') ? body : body.slice(0, -1))
  const lines = (blocks.get('findings') ?? '').split('\n').filter(Boolean)
  const valuesOf = (key: string) =>
    lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length))
  return {
    rule,
    name: file.slice(0, -'.md'.length),
    source: decode(written),
    findings: lines.filter((line) => /^\d/.test(line)),
    fixed: blocks.has('fixed') ? documentIn(blocks.get('fixed')) : decode(written),
    suggested: blocks.has('suggested') ? documentIn(blocks.get('suggested')) : decode(written),
    ignored: new Set(valuesOf('ignore: ').flatMap((list) => list.split(', '))),
    settings: Object.fromEntries(valuesOf('rule: ').map(readSetting)),
    tables: JSON.parse(valuesOf('tables: ')[0] ?? '{}'),
  }
}

function readSetting(line: string): [string, RuleSetting] {
  const [id = '', level = '', ...options] = line.split(' ')
  return [id, [level as Level, JSON.parse(options.join(' ') || '{}')]]
}

/** The findings as the lines of a fixture write them, with as much as the line in that place says. */
export function findingLines(findings: readonly Finding[], like: readonly string[]): readonly string[] {
  return findings.map((finding, index) => {
    const {level, rule, messageId, message, related = []} = finding
    const line = `${placeOf(finding)} ${level} ${rule} ${messageId}`
    const wanted = like[index] ?? ''
    const cause = wanted.includes(' < ') ? ` < ${related.map(placeOf).join(' ')}` : ''
    return line + cause + (wanted.includes(': ') ? `: ${message}` : '')
  })
}

function placeOf({start, end}: Pick<Finding, 'start' | 'end'>): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
