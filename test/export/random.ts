import fc from 'fast-check'
import type {CategoryEntry, Dataset} from '../../src/dataset/entries.ts'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {category, datasetOf, row} from './build.ts'

/** A few terms, so that they meet again in one expression. */
const term: fc.Arbitrary<Term> = fc.constantFrom<Term>(
  {license: '甲'},
  {license: '乙', canonical: '丙', status: 'renamed'},
  {license: '甲', condition: '含子'},
  {license: '乙', required: false},
  {document: '甲'},
  {document: '丁', issuer: '央行', aliases: ['戊', '己'], note: '原件'},
)

const when = fc.constantFrom('企业', '个人')

export const requirement: fc.Arbitrary<RequirementExpression> = fc.letrec<{node: RequirementExpression}>(
  (tie) => {
    const operands = fc.array(tie('node'), {maxLength: 3})
    const doubt = fc.constantFrom<{ambiguous?: true}>({}, {ambiguous: true})
    return {
      node: fc.oneof(
        {maxDepth: 4, withCrossShrink: true},
        term,
        fc.tuple(operands, doubt).map(([all, more]) => ({all, ...more})),
        fc.tuple(operands, doubt).map(([any, more]) => ({any, ...more})),
        fc
          .tuple(fc.array(fc.record({when, require: tie('node')}), {maxLength: 3}), doubt)
          .map(([cases, more]) => ({cases, ...more})),
      ),
    }
  },
).node

/** Any string of UTF-16, halves of pairs too, often one that another has too. */
const name = fc.oneof(
  fc.constantFrom('甲', '乙', '', '='),
  fc.string({unit: 'binary', maxLength: 6}),
  halves(),
)

function halves(): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({min: 0, max: 0xffff}), {maxLength: 4})
    .map((units) => String.fromCharCode(...units))
}

const entry = fc
  .record({
    name,
    group: fc.option(name, {nil: undefined}),
    note: fc.option(name),
    asked: fc.option(requirement),
  })
  .map(({name: text, group, note, asked}) =>
    row(text, {...(group ? {group} : {}), note: note || null, requirement: asked}),
  )

const categories = (document: string): fc.Arbitrary<readonly CategoryEntry[]> =>
  fc.array(
    fc
      .record({title: fc.option(name), rows: fc.array(entry, {maxLength: 4})})
      .map(({title, rows}) => category(document, title, rows)),
    {maxLength: 3},
  )

export const dataset: fc.Arbitrary<Dataset> = fc
  .tuple(categories('a.md'), categories('乙.md'))
  .map(([first, second]) => datasetOf({'a.md': first, '乙.md': second}))
