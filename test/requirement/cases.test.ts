import {describe, expect, it} from 'vitest'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {parseRequirement} from '../../src/requirement/grammar/parse.ts'
import {toExpression} from '../../src/requirement/grammar/to-expression.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'
import {readCaseFiles} from './case-files.ts'
import {differences} from './differences.ts'
import {printRead} from './print.ts'
import {treeOf} from './tree.ts'

/** The parser, as the cases below see it. */
function read(text: string): RequirementExpression {
  const parsed = parseRequirement(text, (words) => builtInVocabulary().findNames(words))
  return toExpression(parsed.root, () => ({}))
}

const cases = readCaseFiles()

describe.each([...new Set(cases.map(({file}) => file))])('%s', (name) => {
  it.each(cases.filter(({file}) => file === name))('line $line: $text', ({text, meaning, remark}) => {
    const requirement = read(text)
    const found = differences(meaning, requirement)
    expect(found, `${remark}\nexpected ${meaning}\nread     ${printRead(treeOf(requirement))}`).toEqual([])
  })
})
