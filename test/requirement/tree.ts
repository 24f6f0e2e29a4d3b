import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'

/** A requirement with the same shape for what is expected of a term and for what was read. */
export type Tree<T> = Leaf<T> | Group<T> | CaseList<T>

interface Leaf<T> {
  readonly kind: 'term'
  readonly term: T
}

export interface Group<T> {
  readonly kind: 'all' | 'any'
  readonly operands: readonly Tree<T>[]
  readonly ambiguous: boolean
}

export interface CaseList<T> {
  readonly kind: 'cases'
  readonly cases: readonly CaseOf<T>[]
  readonly ambiguous: boolean
}

export interface CaseOf<T> {
  readonly when: string
  readonly require: Tree<T>
}

export function treeOf(expression: RequirementExpression): Tree<Term> {
  if ('license' in expression || 'document' in expression) return {kind: 'term', term: expression}
  const ambiguous = expression.ambiguous === true
  if ('cases' in expression) {
    const cases = expression.cases.map(({when, require}) => ({when, require: treeOf(require)}))
    return {kind: 'cases', cases, ambiguous}
  }
  const [kind, operands] = 'all' in expression ? (['all', expression.all] as const) : anyOf(expression.any)
  return {kind, operands: operands.map(treeOf), ambiguous}
}

function anyOf(operands: readonly RequirementExpression[]) {
  return ['any', operands] as const
}

/** Takes away grouping that means nothing. A mark of doubt is never lost: a marked group stays in an unmarked one. */
export function normalize<T>(tree: Tree<T>): Tree<T> {
  if (tree.kind === 'term') return tree
  if (tree.kind === 'cases') {
    return {...tree, cases: tree.cases.map(({when, require}) => ({when, require: normalize(require)}))}
  }
  const operands = tree.operands
    .map(normalize)
    .flatMap((operand) => (isPart(operand, tree) ? operand.operands : [operand]))
  const [only] = operands
  return only && operands.length === 1 && !tree.ambiguous ? only : {...tree, operands}
}

function isPart<T>(operand: Tree<T>, group: Group<T>): operand is Group<T> {
  return operand.kind === group.kind && (group.ambiguous || !operand.ambiguous)
}
