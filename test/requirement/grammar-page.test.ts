import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {parseRequirement} from '../../src/requirement/grammar/parse.ts'
import {toExpression} from '../../src/requirement/grammar/to-expression.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {differences} from './differences.ts'

const page = readFileSync(new URL('../../docs/requirement-grammar.md', import.meta.url), 'utf8')
const [, table = ''] = page.split('## Examples')
const examples = [...table.matchAll(/^\| `(.+?)` \| `(.+?)` \|$/gm)].map(([, text = '', meaning = '']) => ({
  text,
  meaning: meaning.replaceAll('\\|', '|'),
}))

it('has examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9)
})

it.each(examples)('reads $text as it says', ({text, meaning}) => {
  const {root} = parseRequirement(text, (words) => builtInVocabulary().findNames(words))
  expect(
    differences(
      meaning,
      toExpression(root, () => ({})),
    ),
  ).toEqual([])
})
