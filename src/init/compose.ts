import type {Language} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'
import {toJsonLine} from '../text/json.ts'
import {isDeclarable, proposeColumns} from './propose.ts'
import type {HeaderShape} from './survey.ts'
import {words} from './words.ts'

/** More shapes than a person looks through. */
const mostShapes = 50

/** The text of a configuration that changes nothing, and says in comments what could be set. */
export function composeConfig(shapes: readonly HeaderShape[], language: Language): string {
  const say = words[language]
  return [
    ...comment('', say.title),
    '{',
    '  "$schema": "https://unpkg.com/catalint/schema/config.schema.json",',
    '',
    ...comment('  ', say.presets),
    '  "extends": "catalint:recommended",',
    '',
    ...comment('  ', say.rules),
    '  // "rules": {"cell-whitespace": "off", "requirement-ending": "warning"},',
    '',
    ...comment('  ', say.ignore),
    '  // "ignore": ["drafts/"],',
    '',
    ...comment('  ', say.vocabulary),
    '  // "vocabulary": {"version": 1, "licenses": []},',
    '',
    ...known(shapes, language),
    '  "tables": {',
    ...proposals(shapes, language),
    '  },',
    '}',
    '',
  ].join('\n')
}

/** The tables that are read already, by their header words. */
function known(shapes: readonly HeaderShape[], language: Language): readonly string[] {
  const say = words[language]
  const lines = shapes.flatMap((shape) => {
    if (shape.declared === null) return []
    return [`${shape.declared}: ${say.found(shape.tables, placeOf(shape))}: ${headersOf(shape)}`]
  })
  return comment('  ', [...(lines.length > 0 ? say.known : say.nothingKnown), ...listed(lines, language)])
}

function proposals(shapes: readonly HeaderShape[], language: Language): readonly string[] {
  const say = words[language]
  const unknown = shapes.filter(({declared}) => declared === null)
  if (unknown.length === 0) return comment('    ', say.nothingElse)
  const names = new Set<string>()
  const blocks = unknown.slice(0, mostShapes).map((shape) => ['', ...proposal(shape, names, language)])
  const rest = unknown.length - blocks.length
  return [
    ...comment('    ', say.others),
    ...blocks.flat(),
    ...(rest > 0 ? ['', ...comment('    ', [say.more(rest)])] : []),
  ]
}

function proposal(shape: HeaderShape, names: Set<string>, language: Language): readonly string[] {
  const say = words[language]
  const found = say.found(shape.tables, placeOf(shape))
  if (!isDeclarable(shape)) return comment('    ', [`${found}: ${headersOf(shape)}`, ...say.notDeclarable])
  const columns = proposeColumns(shape).map((column) => `  ${toJsonLine(column)},`)
  const lines = [`${toJsonLine(freshName(shape, names))}: {"columns": [`, ...columns, ']},']
  return [...comment('    ', [found]), ...comment('    ', lines)]
}

/** Made of the first header words, and of a number where another shape has the same. */
function freshName({headers}: HeaderShape, names: Set<string>): string {
  const base = headers.slice(0, 2).join('-')
  let name = base
  for (let number = 2; names.has(name); number++) name = `${base}-${number}`
  names.add(name)
  return name
}

function listed(lines: readonly string[], language: Language): readonly string[] {
  const rest = lines.length - mostShapes
  return rest > 0 ? [...lines.slice(0, mostShapes), words[language].more(rest)] : lines
}

function placeOf({path, line}: HeaderShape): string {
  return `${path}:${line}`
}

function headersOf({headers}: HeaderShape): string {
  const text = `| ${headers.join(' | ')} |`
  return text.length > longestLine ? `${text.slice(0, longestLine)}…` : text
}

const longestLine = 200

/** Nothing of a document ends a comment: it has no line break of any kind. */
function comment(indent: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${indent}// ${escapeLine(line)}`)
}
