import type {CategoryEntry, Dataset, SubcategoryEntry} from '../dataset/entries.ts'
import {nameKey} from '../text/normalize.ts'
import type {EntryPath, Place} from './model.ts'

/** What is compared of a dataset. */
export type ComparedData = Pick<Dataset, 'documents' | 'categories'>

/** One of two datasets, with what its entries are known by. */
export interface Side {
  readonly documents: readonly SideDocument[]
  /** In the order of the dataset. */
  readonly categories: readonly SideCategory[]
}

export interface SideDocument {
  readonly path: string
  readonly sha256: string
  readonly categories: readonly SideCategory[]
}

export interface SideCategory {
  readonly key: string
  readonly name: string | null
  readonly document: SideDocument
  readonly line: number
  /** Those that state anything, each once. */
  readonly rows: readonly SideRow[]
}

export interface SideRow {
  /** Of the name alone. */
  readonly key: string
  /** Of the group that it stands in, empty where there is none. */
  readonly group: string
  readonly category: SideCategory
  readonly entry: SubcategoryEntry
}

export function readSide({documents, categories}: ComparedData): Side {
  const open = new Map<string, SideDocument & {readonly categories: SideCategory[]}>()
  const documentOf = (path: string, sha256 = '') => {
    const document = open.get(path) ?? {path, sha256, categories: []}
    open.set(path, document)
    return document
  }
  for (const {path, sha256} of documents) documentOf(path, sha256)
  const read = categories.map((entry) => {
    const document = documentOf(entry.document)
    const category = readCategory(entry, document)
    document.categories.push(category)
    return category
  })
  return {documents: [...open.values()], categories: read}
}

/** Where a category, or a row with its group, is found. */
export function pathOf({name}: SideCategory, {group, name: own}: Partial<SubcategoryEntry> = {}): EntryPath {
  return [name, ...(group === undefined ? [] : [group]), ...(own === undefined ? [] : [own])]
}

export function rowPath({category, entry}: SideRow): EntryPath {
  return pathOf(category, entry)
}

export function placeOf({document, line}: SideCategory): Place {
  return {document: document.path, line}
}

export function rowPlace({category, entry}: SideRow): Place {
  return {document: category.document.path, line: entry.line}
}

/** What a category is known by; rows under no heading are known by that. */
export function categoryKey(name: string | null): string {
  return name === null ? 'none' : `named ${nameKey(name)}`
}

function readCategory(entry: CategoryEntry, document: SideDocument): SideCategory {
  const rows: SideRow[] = []
  const {name, line} = entry
  const category = {key: categoryKey(name), name, document, line, rows}
  const stated = new Set<string>()
  for (const row of entry.subcategories) {
    const key = statementKey(row)
    if (isBlank(row) || stated.has(key)) continue
    stated.add(key)
    rows.push({key: nameKey(row.name), group: nameKey(row.group ?? ''), category, entry: row})
  }
  return category
}

function isBlank({name, group, qualification, note}: SubcategoryEntry): boolean {
  return name === '' && !group && qualification === null && !note
}

function statementKey({name, group, qualification, note}: SubcategoryEntry): string {
  return JSON.stringify([name, group, qualification, note].map((text) => nameKey(text ?? '')))
}
