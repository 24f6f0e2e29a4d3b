import type {Range} from '../text/range.ts'
import type {StatedValue} from './cell-values.ts'
import type {Reference} from './declaration.ts'
import type {Definitions} from './definitions.ts'
import type {Definition} from './definitions-in.ts'
import type {Column, DeclaredTable, TableRecord} from './model.ts'
import {withoutRemark} from './names.ts'
import {namesNothing, piecesOf, plainName} from './reference-words.ts'

/** A name that a row refers to. */
export interface StatedReference {
  readonly name: string
  /** In the source. */
  readonly range: Range
  readonly record: TableRecord
  readonly column: Column
  readonly target: Reference
  /** The categories one of which must have it; none where any will do. */
  readonly categories: readonly string[]
  readonly definition: Definition | undefined
}

/** The names that the rows of a table refer to, with what defines them. */
export function* referencesIn(table: DeclaredTable, definitions: Definitions): Iterable<StatedReference> {
  for (const column of table.columns) {
    const target = column.contract?.references
    if (!target || !definitions.has(target.table)) continue
    for (const record of table.records) {
      const categories = target.withinCategory ? categoriesOf(record, target, definitions) : []
      // Of a category that is unknown itself nothing more can be said.
      if (categories === undefined) continue
      const find = finder(target, categories, definitions)
      const values = table.valuesOf(record.row, column)
      const names = target.tentative ? looseNames(values, record, find) : exactNames(values, find)
      for (const name of names) yield {...name, record, column, target, categories}
    }
  }
}

type Find = (name: string) => Definition | undefined

type FoundName = Pick<StatedReference, 'name' | 'range' | 'definition'>

function finder(target: Reference, categories: readonly string[], definitions: Definitions): Find {
  if (categories.length === 0) return (name) => definitions.match(target, name)
  return (name) => {
    for (const category of categories) {
      const definition = definitions.match(target, name, category)
      if (definition) return definition
    }
    return undefined
  }
}

/** The categories that a row names, as they are defined; undefined where it names none that is. */
function categoriesOf(
  {category}: TableRecord,
  target: Reference,
  definitions: Definitions,
): readonly string[] | undefined {
  if (category === null) return []
  const names = [category, ...category.split(/[、，,；;\n/／]/)]
  const known = names.flatMap((name) => {
    const plain = [name.trim(), withoutRemark(name), plainName(name)]
    return plain.find((one) => one !== '' && definitions.hasAny(target, one)) ?? []
  })
  return known.length > 0 ? [...new Set(known)] : undefined
}

function* exactNames(values: readonly StatedValue[], find: Find): Iterable<FoundName> {
  for (const {text, range} of values) yield {name: text, range, definition: find(text)}
}

/** Names as people write them: with remarks, joined by other words than the declared ones, or as what is left out. */
function* looseNames(values: readonly StatedValue[], record: TableRecord, find: Find): Iterable<FoundName> {
  const whole = longestName(values, values.length, find)
  if (
    whole.parts !== values.length &&
    namesNothing(values.map(({text, separator}) => text + separator).join(''))
  )
    return
  for (let at = 0; at < values.length; ) {
    const {parts, ...found} = longestName(values.slice(at, at + mostParts), mostParts, find)
    at += parts
    if (found.definition) yield found
    else yield* readLoosely(found, record.category ?? '', find)
  }
}

/** How many values may be one name that holds what separates names elsewhere (`米、面、粮、油`). */
const mostParts = 8

function longestName(
  values: readonly StatedValue[],
  most: number,
  find: Find,
): FoundName & {readonly parts: number} {
  const [first, ...more] = values.slice(0, most)
  const range = first?.range ?? {start: 0, end: 0}
  let name = {name: first?.text ?? '', range, parts: 1}
  let longest: FoundName & {readonly parts: number} = {...name, definition: find(name.name)}
  let separator = first?.separator ?? ''
  for (const next of more) {
    const text = name.name + separator + next.text
    name = {name: text, range: {start: range.start, end: next.range.end}, parts: name.parts + 1}
    separator = next.separator
    const definition = find(text)
    if (definition) longest = {...name, definition}
  }
  return longest
}

function* readLoosely(found: FoundName, category: string, find: Find): Iterable<FoundName> {
  const plain = plainName(found.name, category)
  if (namesNothing(found.name) || namesNothing(plain)) return
  const definition = find(plain)
  if (definition) yield {...found, definition}
  else {
    const pieces = piecesOf(plain).map((piece) => ({piece, definition: find(plainName(piece, category))}))
    const known = pieces.filter((piece) => piece.definition)
    if (known.length === 0) yield {...found, name: plain}
    else for (const {piece, definition: one} of pieces) yield {...partOf(found, piece), definition: one}
  }
}

/** Where a piece of a name stands, as far as the text is written as it reads. */
function partOf({name, range}: FoundName, piece: string): Pick<FoundName, 'name' | 'range'> {
  const start = name.indexOf(piece)
  const isPlain = range.end - range.start === name.length && start !== -1
  if (!isPlain) return {name: piece, range}
  return {name: piece, range: {start: range.start + start, end: range.start + start + piece.length}}
}
