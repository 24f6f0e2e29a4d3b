// The documents whose counts are kept.
import {readFileSync} from 'node:fs'
import {documentationPage} from '../corpora/pages.mjs'
import {cleanRows, manyRows} from '../corpora/rows.mjs'

export const documents = {
  'the fixture': readFileSync(
    new URL('../../fixtures/documents/service-categories.md', import.meta.url),
    'utf8',
  ),
  'a page of documentation': documentationPage(1),
  '200 rows of the fixture': manyRows(200),
  '200 rows without a fault': cleanRows(200),
}
