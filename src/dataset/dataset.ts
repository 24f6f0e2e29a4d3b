import {createHash} from 'node:crypto'
import type {Finding} from '../finding.ts'
import type {CheckedDocument} from '../lint-text.ts'
import {normalizeText} from '../text/normalize.ts'
import {datasetSchema} from '../urls.ts'
import type {CategoryDocument, CategoryRecord} from './model.ts'

/** What the documents state, in their order. Serialised, it is `schema/dataset.schema.json`. */
export interface Dataset {
  readonly $schema: string
  readonly version: 1
  readonly documents: readonly DocumentEntry[]
  readonly categories: readonly CategoryEntry[]
  readonly licenses: readonly LicenseEntry[]
}

export interface DocumentEntry {
  readonly path: string
  readonly title: string | null
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
}

export interface CategoryEntry {
  /** Null where rows stand under no heading at all. */
  readonly name: string | null
  readonly document: string
  /** The line that first states it, counted from 1. */
  readonly line: number
  readonly subcategories: readonly SubcategoryEntry[]
  /** The rules with an error or a warning on its heading or the head of its table. */
  readonly problems?: readonly string[]
}

export interface SubcategoryEntry {
  /** Normalised; empty where the cell is blank. */
  readonly name: string
  /** The level between category and subcategory, where the document has three. */
  readonly group?: string
  readonly line: number
  /** Of the name's first character, in UTF-16 code units from 1. */
  readonly column: number
  readonly qualification: string | null
  readonly requirement: UnparsedRequirement | null
  /** The text of the column of notes, where there is one. */
  readonly note?: string | null
  /** The rules with an error or a warning on the row. */
  readonly problems?: readonly string[]
}

/** A requirement of which only the licences named between 《 and 》 are known, not how they combine. */
export interface UnparsedRequirement {
  readonly unparsed: true
  readonly licenses: readonly string[]
}

export interface LicenseEntry {
  readonly name: string
  readonly mentions: readonly LicenseMention[]
}

export interface LicenseMention {
  readonly document: string
  readonly category: string | null
  readonly subcategory: string
  readonly line: number
}

/** Makes one dataset of documents. Every row that states anything is in it, wrong ones with the rules that say so. */
export function buildDataset(checked: readonly CheckedDocument[]): Dataset {
  const categories = checked.flatMap(readCategories)
  return {
    $schema: datasetSchema,
    version: 1,
    documents: checked.map(({document: {markdown}}) => ({
      path: markdown.path,
      title: markdown.title,
      sha256: createHash('sha256').update(markdown.source, 'utf8').digest('hex'),
    })),
    categories,
    licenses: collectLicenses(categories),
  }
}

/** A category that rows are still added to. */
interface OpenCategory {
  readonly name: string | null
  readonly line: number
  readonly headLines: Set<number>
  readonly subcategories: SubcategoryEntry[]
}

function readCategories({document, findings}: CheckedDocument): readonly CategoryEntry[] {
  const problems = problemsByLine(findings)
  const categories = new CategoryList()
  for (const {heading, record} of inOrder(document)) {
    if (heading) categories.open(heading.section.parent, heading.name, heading.line)
    if (!record) continue
    const category = categories.open(
      record.scope,
      record.category ?? nameAbove(record, document.markdown.title),
      record.categoryLine,
    )
    category.headLines.add(record.table.table.header.line)
    category.subcategories.push(toSubcategory(record, document, problems))
  }
  for (const {category, lines} of document.fragments) {
    if (!category) continue
    const {headLines} = categories.open(category.section.parent, category.name, category.line)
    for (const {range} of lines) headLines.add(document.markdown.lines.lineAt(range.start))
  }
  return categories.all.map(({name, line, headLines, subcategories}) => ({
    name,
    document: document.markdown.path,
    line,
    subcategories,
    ...problemsOn([...headLines], problems),
  }))
}

/** Categories in the order in which they are first stated; the same name may be stated once in each scope. */
class CategoryList {
  readonly all: OpenCategory[] = []
  readonly #scopes = new Map<object | null, Map<string | null, OpenCategory>>()

  open(scope: object | null, name: string | null, line: number): OpenCategory {
    const named = this.#scopes.get(scope) ?? new Map<string | null, OpenCategory>()
    this.#scopes.set(scope, named)
    const known = named.get(name)
    known?.headLines.add(line)
    if (known) return known
    const category: OpenCategory = {name, line, headLines: new Set([line]), subcategories: []}
    named.set(name, category)
    this.all.push(category)
    return category
  }
}

/** Category headings and rows as they stand in the document, so that a category without rows has its place. */
function* inOrder({headings, records}: CategoryDocument) {
  const named = headings.filter(({role, name}) => role === 'category' && name !== '')
  let next = 0
  for (const record of records) {
    for (let heading = named[next]; heading && heading.line < record.row.line; heading = named[++next]) {
      yield {heading}
    }
    yield {record}
  }
  for (const heading of named.slice(next)) yield {heading}
}

/** The heading above a table that no category heading stands above; the document's title names no category. */
function nameAbove({table}: CategoryRecord, title: string | null): string | null {
  const {heading} = table.section
  if (!heading || heading.depth === 1) return null
  const name = normalizeText(heading.content.text)
  return name === '' || name === title ? null : name
}

type Problems = ReadonlyMap<number, readonly string[]>

function problemsByLine(findings: readonly Finding[]): Problems {
  const problems = new Map<number, string[]>()
  for (const {rule, level, start} of findings) {
    if (level === 'info') continue
    const rules = problems.get(start.line) ?? []
    if (!rules.includes(rule)) rules.push(rule)
    problems.set(start.line, rules)
  }
  return problems
}

function problemsOn(lines: readonly number[], problems: Problems): {readonly problems?: readonly string[]} {
  const [first] = lines
  const only = lines.length === 1 && first !== undefined ? problems.get(first) : undefined
  if (only) return {problems: only}
  const rules = new Set<string>()
  for (const line of lines) for (const rule of problems.get(line) ?? []) rules.add(rule)
  return rules.size > 0 ? {problems: [...rules]} : {}
}

function toSubcategory(
  {row, cells, name, group, qualification, requirement, table}: CategoryRecord,
  {markdown}: CategoryDocument,
  problems: Problems,
): SubcategoryEntry {
  const hasNotes = table.columns.some(({role}) => role === 'note')
  const note = normalizeText(cells.note?.content.text ?? '') || null
  return {
    name,
    ...(group === null ? {} : {group}),
    line: row.line,
    column: markdown.lines.pointAt(cells.key?.range.start ?? row.range.start).column,
    qualification,
    requirement:
      qualification === null
        ? null
        : {unparsed: true, licenses: [...new Set((requirement?.licenses ?? []).map(normalizeText))]},
    ...(hasNotes ? {note} : {}),
    ...problemsOn([row.line], problems),
  }
}

/** In the order of their first mention. */
function collectLicenses(categories: readonly CategoryEntry[]): readonly LicenseEntry[] {
  const licenses = new Map<string, LicenseMention[]>()
  for (const {name: category, document, subcategories} of categories) {
    for (const {name: subcategory, line, requirement} of subcategories) {
      for (const license of requirement?.licenses ?? []) {
        const mentions = licenses.get(license) ?? []
        mentions.push({document, category, subcategory, line})
        licenses.set(license, mentions)
      }
    }
  }
  return [...licenses].map(([name, mentions]) => ({name, mentions}))
}
