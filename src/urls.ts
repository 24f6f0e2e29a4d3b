const site = 'https://unpkg.com/catalint'

/** Where the schema of the dataset is published. */
export const datasetSchema = `${site}/schema/dataset.schema.json`

/** Where people read what catalint is. */
export const toolUrl = `${site}/README.md`

/** Where a rule's documentation is published. */
export function ruleUrl(id: string): string {
  return `${site}/rules/${id}.md`
}
