import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** The schema as it is published. */
export const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/vocabulary.schema.json', import.meta.url), 'utf8'),
)

// A property may be asked for in one place and described in another.
const ajv = new Ajv2020({strict: true, strictRequired: false, strictTypes: false, allErrors: true})
addFormats.default(ajv)
const validate = ajv.compile(schema as object)

/** What a vocabulary has that the schema does not allow, or the other way round. */
export function schemaProblemsOf(vocabulary: unknown): readonly string[] {
  if (validate(vocabulary)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}
