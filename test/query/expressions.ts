import fc from 'fast-check'
import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'

export const license = (name: string, details: Partial<Term> = {}): Term => ({...details, license: name})

export const document = (text: string, details: Partial<Term> = {}): Term => ({...details, document: text})

/** Licences that random expressions name: few, so that they come twice. */
export const letters = ['A', 'B', 'C', 'D', 'E'] as const

const term = fc.constantFrom(...letters).map((name) => license(name))

const detailedTerm = fc.oneof(
  {weight: 6, arbitrary: term},
  {weight: 1, arbitrary: fc.constantFrom('p', 'q').map((text) => document(text))},
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('A', 'B'), fc.constantFrom('x', 'y'))
      .map(([name, condition]) => license(name, {condition})),
  },
  {weight: 1, arbitrary: fc.constantFrom('A', 'C').map((name) => license(name, {required: false}))},
)

/** Expressions of licences, all and any alone. */
export const plainExpression = expressions(term, false)

/** Expressions of every kind. */
export const anyExpression = expressions(detailedTerm, true)

function expressions(leaf: fc.Arbitrary<Term>, hasCases: boolean): fc.Arbitrary<RequirementExpression> {
  return fc.letrec<{node: RequirementExpression}>((tie) => {
    const operands = fc.array(tie('node'), {maxLength: 3})
    const cases = fc.array(fc.record({when: fc.constantFrom('s', 't', 'u'), require: tie('node')}), {
      maxLength: 3,
    })
    return {
      node: fc.oneof(
        {maxDepth: 3, withCrossShrink: true},
        leaf,
        operands.map((all) => ({all})),
        operands.map((any) => ({any})),
        ...(hasCases ? [cases.map((list) => ({cases: list}))] : []),
      ),
    }
  }).node
}

/** The subsets of some items, the empty one first. */
export function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({length: 2 ** items.length}, (_, bits) =>
    items.filter((_item, index) => (bits >> index) & 1),
  )
}
