import type {Dataset} from '../dataset/entries.ts'
import {toJsonLine} from '../text/json.ts'

/** A line of JSON for each subcategory, which says by itself where it belongs. */
export function* ndjsonChunks(dataset: Dataset): Iterable<string> {
  for (const {document, name: category, subcategories} of dataset.categories) {
    for (const subcategory of subcategories) yield `${toJsonLine({document, category, ...subcategory})}\n`
  }
}
