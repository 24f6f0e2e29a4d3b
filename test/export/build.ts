import type {CategoryEntry, Dataset, LicenseEntry, SubcategoryEntry} from '../../src/dataset/entries.ts'
import {licensesIn} from '../../src/requirement/expression.ts'
import {datasetSchema} from '../../src/urls.ts'

/** Rows and categories stand on lines of their own. */
let line = 0

export function datasetOf(documents: Readonly<Record<string, readonly CategoryEntry[]>>): Dataset {
  const categories = Object.values(documents).flat()
  return {
    $schema: datasetSchema,
    version: 1,
    documents: Object.keys(documents).map((path) => ({path, title: path, sha256: 'a1'.repeat(32)})),
    categories,
    licenses: licensesOf(categories),
  }
}

export function category(
  document: string,
  name: string | null,
  subcategories: readonly SubcategoryEntry[],
): CategoryEntry {
  return {name, document, line: ++line, subcategories}
}

export function row(name: string, fields: Partial<SubcategoryEntry> = {}): SubcategoryEntry {
  const requirement = fields.requirement ?? null
  return {
    name,
    line: ++line,
    column: 3,
    qualification: requirement && `请上传${name}。`,
    requirement,
    ...fields,
  }
}

function licensesOf(categories: readonly CategoryEntry[]): readonly LicenseEntry[] {
  const names = new Map<string, LicenseEntry['mentions'][number][]>()
  for (const {name, document, subcategories} of categories) {
    for (const {name: subcategory, line: at, requirement} of subcategories) {
      for (const license of licensesIn(requirement)) {
        const mentions = names.get(license) ?? []
        mentions.push({document, category: name, subcategory, line: at})
        names.set(license, mentions)
      }
    }
  }
  return [...names].map(([name, mentions]) => ({name, status: 'unknown', mentions}))
}
