import type {Dataset} from '../dataset/dataset.ts'

/** The dataset as JSON, indented, with a final line feed. */
export function exportJson(dataset: Dataset): string {
  return `${JSON.stringify(dataset, null, 2)}\n`
}
