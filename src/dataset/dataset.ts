import {createHash} from 'node:crypto'
import type {Finding} from '../finding.ts'
import type {CheckedDocument} from '../lint-text.ts'
import {licenseTermsIn} from '../requirement/expression.ts'
import type {QualificationReader} from '../requirement/reader.ts'
import {normalizeText} from '../text/normalize.ts'
import {datasetSchema} from '../urls.ts'
import type {CategoryEntry, Dataset, LicenseEntry, LicenseMention, SubcategoryEntry} from './entries.ts'
import type {TableRecord, TabularDocument} from './model.ts'

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
    licenses: collectLicenses(categories, checked[0]?.document.reader),
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
    if (!category?.isCatalogue) continue
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
function* inOrder({headings, records}: TabularDocument) {
  const named = headings.filter(
    ({role, name, isCatalogue}) => isCatalogue && role === 'category' && name !== '',
  )
  let next = 0
  for (const record of records) {
    if (!record.table.contract.isCatalogue) continue
    for (let heading = named[next]; heading && heading.line < record.row.line; heading = named[++next]) {
      yield {heading}
    }
    yield {record}
  }
  for (const heading of named.slice(next)) yield {heading}
}

/** The heading above a table that no category heading stands above; the document's title names no category. */
function nameAbove({table}: TableRecord, title: string | null): string | null {
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
  {row, cells, name, group, qualification, requirement, table}: TableRecord,
  {markdown, reader}: TabularDocument,
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
    requirement: qualification === null ? null : (requirement?.expression ?? reader.express(qualification)),
    ...(hasNotes ? {note} : {}),
    ...problemsOn([row.line], problems),
  }
}

/** In the order of their first mention. */
function collectLicenses(
  categories: readonly CategoryEntry[],
  reader: QualificationReader | undefined,
): readonly LicenseEntry[] {
  const licenses = new Map<string, {readonly canonical?: string; readonly mentions: LicenseMention[]}>()
  for (const {name: category, document, subcategories} of categories) {
    for (const {name: subcategory, line, requirement} of subcategories) {
      for (const {license, canonical} of licenseTermsIn(requirement)) {
        const known = licenses.get(license) ?? {...(canonical ? {canonical} : {}), mentions: []}
        known.mentions.push({document, category, subcategory, line})
        licenses.set(license, known)
      }
    }
  }
  return [...licenses].map(([name, {canonical, mentions}]) => ({
    name,
    ...(canonical ? {canonical} : {}),
    status: reader?.statusOf(name) ?? 'unknown',
    mentions,
  }))
}
