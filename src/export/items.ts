import type {
  CategoryEntry,
  Dataset,
  DocumentEntry,
  LicenseEntry,
  SubcategoryEntry,
} from '../dataset/entries.ts'
import {isAmbiguous, type LicenseTerm, type Term} from '../requirement/expression.ts'
import {type Alternative, toAlternatives} from '../requirement/normal-form.ts'

export interface DocumentItem {
  readonly id: number
  readonly entry: DocumentEntry
}

export interface CategoryItem {
  readonly id: number
  /** The first document of that path. */
  readonly documentId: number | null
  readonly entry: CategoryEntry
}

export interface SubcategoryItem extends UnderstoodSubcategory {
  readonly id: number
  readonly categoryId: number
}

export interface UnderstoodSubcategory {
  readonly entry: SubcategoryEntry
  /** Null where there is no requirement, or too many alternatives to list. */
  readonly alternatives: readonly Alternative[] | null
  readonly isAmbiguous: boolean
}

export interface LicenseItem {
  readonly id: number
  readonly entry: LicenseEntry
}

/** A term of an alternative. An alternative without terms has one item with the number 0. */
export interface RequirementItem {
  readonly subcategoryId: number
  readonly alternative: number
  readonly number: number
  readonly when: readonly string[]
  readonly term: Term | null
  /** The term, where it is a licence. */
  readonly license: LicenseTerm | null
  readonly licenseId: number | null
}

export function* documentItems({documents}: Dataset): Iterable<DocumentItem> {
  for (const [index, entry] of documents.entries()) yield {id: index + 1, entry}
}

export function* categoryItems(dataset: Dataset): Iterable<CategoryItem> {
  const ids = firstIds(documentItems(dataset), ({path}) => path)
  for (const [index, entry] of dataset.categories.entries()) {
    yield {id: index + 1, documentId: ids.get(entry.document) ?? null, entry}
  }
}

export function* subcategoryItems({categories}: Dataset): Iterable<SubcategoryItem> {
  let id = 0
  for (const [index, {subcategories}] of categories.entries()) {
    for (const entry of subcategories) {
      yield {id: ++id, categoryId: index + 1, ...understand(entry)}
    }
  }
}

export function* licenseItems({licenses}: Dataset): Iterable<LicenseItem> {
  for (const [index, entry] of licenses.entries()) yield {id: index + 1, entry}
}

export function* requirementItems(dataset: Dataset): Iterable<RequirementItem> {
  const ids = firstIds(licenseItems(dataset), ({name}) => name)
  for (const {id: subcategoryId, alternatives} of subcategoryItems(dataset)) {
    for (const [index, {when, terms}] of (alternatives ?? []).entries()) {
      const shared = {subcategoryId, alternative: index + 1, when}
      if (terms.length === 0) yield {...shared, number: 0, term: null, license: null, licenseId: null}
      for (const [at, term] of terms.entries()) {
        const license = 'license' in term ? term : null
        const licenseId = license && (ids.get(license.license) ?? null)
        yield {...shared, number: at + 1, term, license, licenseId}
      }
    }
  }
}

/** A row and what its requirement comes to. */
export function understand(entry: SubcategoryEntry): UnderstoodSubcategory {
  const {requirement} = entry
  if (!requirement) return {entry, alternatives: null, isAmbiguous: false}
  return {entry, alternatives: toAlternatives(requirement), isAmbiguous: isAmbiguous(requirement)}
}

function firstIds<E>(
  items: Iterable<{readonly id: number; readonly entry: E}>,
  nameOf: (entry: E) => string,
): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  for (const {id, entry} of items) if (!ids.has(nameOf(entry))) ids.set(nameOf(entry), id)
  return ids
}
