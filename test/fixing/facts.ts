import {buildDataset} from '../../src/dataset/dataset.ts'
import type {SubcategoryEntry} from '../../src/dataset/entries.ts'
import type {TabularDocument} from '../../src/dataset/model.ts'

/** A row as the dataset states it, with its category. */
export interface Fact extends Pick<SubcategoryEntry, 'name' | 'qualification' | 'requirement' | 'line'> {
  readonly category: string | null
  readonly group: string | null
  readonly note: string | null
}

/** What a document states, in the order of its rows. */
export interface Facts {
  readonly rows: readonly Fact[]
  /** The names of all categories, those without rows too. */
  readonly categories: readonly (string | null)[]
}

export function factsOf(document: TabularDocument): Facts {
  const {categories} = buildDataset([{document, findings: []}])
  const rows = categories.flatMap(({name: category, subcategories}) =>
    subcategories.map(({name, group = null, qualification, requirement, note = null, line}) => ({
      ...{category, group, name, qualification, requirement, note, line},
    })),
  )
  return {
    rows: rows.sort((a, b) => a.line - b.line),
    categories: categories.map(({name}) => name),
  }
}
