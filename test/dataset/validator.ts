import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** The schema as it is published. */
export const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/dataset.schema.json', import.meta.url), 'utf8'),
)

const ajv = new Ajv2020({strict: true, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile(schema as object)

/** What a dataset has that the schema does not allow, or the other way round. */
export function problemsOf(dataset: unknown): readonly string[] {
  if (validate(dataset)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

/** Fails where a dataset is not as the schema says. */
export function expectValid(dataset: unknown): void {
  const problems = problemsOf(dataset)
  if (problems.length > 0) throw new Error(`The dataset is not as its schema says:\n${problems.join('\n')}`)
}
