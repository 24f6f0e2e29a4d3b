import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {schema as vocabularySchema} from '../vocabulary/validator.ts'

/** The schema as it is published. */
const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'),
)

const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
  allErrors: true,
})
ajv.addSchema(vocabularySchema as object)
const validate = ajv.compile(schema as object)

/** Whether the schema allows a configuration. */
export function isOfSchema(configuration: unknown): boolean {
  return validate(configuration)
}
