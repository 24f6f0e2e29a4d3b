import type {Dataset} from '../dataset/entries.ts'
import {jsonChunks} from '../text/json-chunks.ts'

/** The dataset as JSON. */
export function exportJson(dataset: Dataset): string {
  return [...jsonChunks(dataset)].join('')
}
