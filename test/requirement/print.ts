import type {Term} from '../../src/requirement/expression.ts'
import type {ExpectedTerm} from './notation.ts'
import type {Tree} from './tree.ts'

/** What is expected, in the notation. */
export function printExpected(tree: Tree<ExpectedTerm>): string {
  return print(tree, printExpectedTerm)
}

/** What was read, in the notation, with all of its details. */
export function printRead(tree: Tree<Term>): string {
  return print(tree, printTerm)
}

function print<T>(tree: Tree<T>, printLeaf: (term: T) => string): string {
  if (tree.kind === 'term') return printLeaf(tree.term)
  const text =
    tree.kind === 'cases'
      ? tree.cases.map(({when, require}) => `[${when}: ${print(require, printLeaf)}]`).join(';')
      : tree.operands.map((operand) => printOperand(operand, printLeaf)).join(tree.kind === 'all' ? '&' : '|')
  return tree.ambiguous ? `~(${text})` : text
}

function printOperand<T>(tree: Tree<T>, printLeaf: (term: T) => string): string {
  const text = print(tree, printLeaf)
  return tree.kind === 'term' || tree.ambiguous ? text : `(${text})`
}

const marks = {condition: ['<', '>'], note: ['"', '"'], issuer: ['@', ''], alias: ['=', '']} as const

function printExpectedTerm({kind, text, required, details}: ExpectedTerm): string {
  const name = kind === 'license' ? `《${text}》` : `{${text}}`
  const rest = details.map((detail) => marks[detail.kind].join(detail.text))
  return `${required ? '' : '!'}${name}${rest.join('')}`
}

function printTerm(term: Term): string {
  const {condition, issuer, note, aliases = []} = term
  const details = [
    ...(condition === undefined ? [] : [{kind: 'condition' as const, text: condition}]),
    ...(issuer === undefined ? [] : [{kind: 'issuer' as const, text: issuer}]),
    ...(note === undefined ? [] : [{kind: 'note' as const, text: note}]),
    ...aliases.map((text) => ({kind: 'alias' as const, text})),
  ]
  const [kind, text] =
    'license' in term ? (['license', term.license] as const) : (['document', term.document] as const)
  return printExpectedTerm({kind, text, required: term.required !== false, details})
}
