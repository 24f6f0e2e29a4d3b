import type {Dataset} from '../dataset/entries.ts'
import {toJson} from '../text/json.ts'

/** The dataset as JSON. */
export function exportJson(dataset: Dataset): string {
  return toJson(dataset)
}
