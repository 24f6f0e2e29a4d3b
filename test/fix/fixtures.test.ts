import {describe, expect, it} from 'vitest'
import {type FixOptions, fixText} from '../../src/index.ts'
import {toCrlf, withBom} from '../harness/transform.ts'
import {documents} from '../invariants/fixtures.ts'

const forms: Readonly<Record<string, (source: string) => string>> = {
  'as it is': (source) => source,
  'with CRLF after a byte order mark': (source) => withBom(toCrlf(source)),
}

describe.each<[string, FixOptions]>([
  ['safe fixes', {}],
  ['suggestions', {suggestions: true}],
])('by %s', (_, options) => {
  it.each(documents)('$name is fixed in three passes at most, and for good', ({source}) => {
    for (const [form, transform] of Object.entries(forms)) {
      const {output, passes, complete} = fixText(transform(source), options)
      expect(complete, form).toBe(true)
      expect(passes, form).toBeLessThanOrEqual(3)
      expect(fixText(output, options), form).toMatchObject({output, passes: 0, edits: []})
    }
  })
})
