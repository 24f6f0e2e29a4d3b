import type {RequirementExpression, Term} from '../../src/requirement/expression.ts'
import {type ExpectedDetail, type ExpectedTerm, readNotation} from './notation.ts'
import {printExpected, printRead} from './print.ts'
import {type CaseList, type Group, normalize, type Tree, treeOf} from './tree.ts'

/** How a requirement differs from what the notation says that it is; empty where it does not. */
export function differences(notation: string, requirement: RequirementExpression): readonly string[] {
  return [...compare(readNotation(notation), normalize(treeOf(requirement)), '')]
}

type Expected = Tree<ExpectedTerm>
type Read = Tree<Term>

function* compare(expected: Expected, read: Read, path: string): Generator<string> {
  if (expected.kind === 'term' && read.kind === 'term') yield* compareTerms(expected.term, read.term, path)
  else if (expected.kind === 'cases' && read.kind === 'cases') yield* compareCases(expected, read, path)
  else if (expected.kind === 'term' || read.kind === 'term' || expected.kind !== read.kind)
    yield at(path, `expected ${printExpected(expected)}, read ${printRead(read)}`)
  else if (expected.kind !== 'cases' && read.kind !== 'cases') yield* compareGroups(expected, read, path)
}

function* compareGroups(expected: Group<ExpectedTerm>, read: Group<Term>, path: string): Generator<string> {
  const here = `${path}/${expected.kind}`
  yield* compareMarks(expected, read, here)
  if (expected.operands.length !== read.operands.length) {
    yield at(
      here,
      `expected ${count(expected.operands)}: ${printExpected(expected)}, read ${count(read.operands)}: ${printRead(read)}`,
    )
    return
  }
  for (const [index, operand] of expected.operands.entries()) {
    const other = read.operands[index]
    if (other) yield* compare(operand, other, `${here} ${index + 1}`)
  }
}

function count(operands: readonly unknown[]): string {
  return `${operands.length} operands`
}

function* compareCases(
  expected: CaseList<ExpectedTerm>,
  read: CaseList<Term>,
  path: string,
): Generator<string> {
  const here = `${path}/cases`
  yield* compareMarks(expected, read, here)
  const [wanted, found] = [expected, read].map(({cases}) => cases.map(({when}) => when).join(' ; '))
  if (wanted !== found) yield at(here, `expected the cases ${wanted}, read ${found}`)
  else
    for (const [index, {when, require}] of expected.cases.entries()) {
      const other = read.cases[index]
      if (other) yield* compare(require, other.require, `${here} ${when}`)
    }
}

function* compareMarks(
  expected: {readonly ambiguous: boolean},
  read: {readonly ambiguous: boolean},
  path: string,
): Generator<string> {
  if (expected.ambiguous !== read.ambiguous)
    yield at(path, expected.ambiguous ? 'expected a mark of doubt' : 'unexpected mark of doubt')
}

function* compareTerms(expected: ExpectedTerm, read: Term, path: string): Generator<string> {
  const here = `${path}/${expected.text}`
  if (!isNamed(expected, read))
    yield at(
      path,
      `expected ${printExpected({kind: 'term', term: expected})}, read ${printRead({kind: 'term', term: read})}`,
    )
  if (expected.required !== (read.required !== false))
    yield at(here, expected.required ? 'read as not required' : 'read as required')
  for (const detail of expected.details)
    if (!holds(detail, read))
      yield at(
        here,
        `expected ${detail.text ? `the ${detail.kind} ${detail.text}` : `no ${detail.kind}`}, read ${printRead({kind: 'term', term: read})}`,
      )
}

function isNamed(expected: ExpectedTerm, read: Term): boolean {
  if (expected.kind === 'license') return 'license' in read && read.license === expected.text
  return 'document' in read && read.document.includes(expected.text)
}

function holds({kind, text}: ExpectedDetail, read: Term): boolean {
  if (kind === 'alias') return text === '' ? !read.aliases?.length : read.aliases?.includes(text) === true
  const found = read[kind]
  return text === '' ? found === undefined : found?.includes(text) === true
}

function at(path: string, message: string): string {
  return `${path.slice(1) || 'the whole'}: ${message}`
}
