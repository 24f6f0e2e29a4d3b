import {type CaseOf, normalize, type Tree} from './tree.ts'

/** What is expected of a term. A detail that is not stated is not checked; an empty one says that there is none. */
export interface ExpectedTerm {
  readonly kind: 'license' | 'document'
  readonly text: string
  readonly required: boolean
  readonly details: readonly ExpectedDetail[]
}

export interface ExpectedDetail {
  readonly kind: 'condition' | 'issuer' | 'note' | 'alias'
  readonly text: string
}

/** Reads the notation that fixtures/requirements/README.md explains. Throws where it is not kept. */
export function readNotation(notation: string): Tree<ExpectedTerm> {
  const cursor = {notation, at: 0}
  const tree = readAny(cursor)
  if (peek(cursor) !== '') throw wrong(cursor, 'an operator or the end')
  return normalize(tree)
}

interface Cursor {
  readonly notation: string
  at: number
}

function readAny(cursor: Cursor): Tree<ExpectedTerm> {
  return readGroup(cursor, 'any', '|', (each) => readGroup(each, 'all', '&', readUnit))
}

function readGroup(
  cursor: Cursor,
  kind: 'all' | 'any',
  operator: string,
  readOperand: (cursor: Cursor) => Tree<ExpectedTerm>,
): Tree<ExpectedTerm> {
  const first = readOperand(cursor)
  const operands = [first]
  while (take(cursor, operator)) operands.push(readOperand(cursor))
  return operands.length === 1 ? first : {kind, operands, ambiguous: false}
}

function readUnit(cursor: Cursor): Tree<ExpectedTerm> {
  if (peek(cursor) === '[') return {kind: 'cases', cases: readCases(cursor), ambiguous: false}
  const ambiguous = take(cursor, '~')
  if (!ambiguous && peek(cursor) !== '(') return {kind: 'term', term: readTerm(cursor)}
  expect(cursor, '(')
  const group = readAny(cursor)
  expect(cursor, ')')
  if (!ambiguous) return group
  if (group.kind === 'term') throw wrong(cursor, 'a group after ~, for a term cannot be ambiguous,')
  return {...group, ambiguous}
}

function readCases(cursor: Cursor): readonly CaseOf<ExpectedTerm>[] {
  const cases: CaseOf<ExpectedTerm>[] = []
  do {
    expect(cursor, '[')
    const when = readTo(cursor, ':').trim()
    const require = readAny(cursor)
    expect(cursor, ']')
    cases.push({when, require})
  } while (take(cursor, ';'))
  return cases
}

function readTerm(cursor: Cursor): ExpectedTerm {
  const required = !take(cursor, '!')
  const kind = peek(cursor) === '{' ? 'document' : 'license'
  expect(cursor, kind === 'document' ? '{' : '《')
  const text = readTo(cursor, kind === 'document' ? '}' : '》')
  if (text === '') throw wrong(cursor, 'a name')
  return {kind, text, required, details: [...readDetails(cursor)]}
}

function* readDetails(cursor: Cursor): Generator<ExpectedDetail> {
  for (;;) {
    if (take(cursor, '<')) yield {kind: 'condition', text: readTo(cursor, '>')}
    else if (take(cursor, '"')) yield {kind: 'note', text: readTo(cursor, '"')}
    else if (take(cursor, '@')) yield {kind: 'issuer', text: readWord(cursor)}
    else if (take(cursor, '=')) yield {kind: 'alias', text: readWord(cursor)}
    else return
  }
}

function readWord(cursor: Cursor): string {
  const [word = ''] = /^[^&|()[\];<>@"=~!{}《》]*/.exec(cursor.notation.slice(cursor.at)) ?? []
  cursor.at += word.length
  if (word.trim() === '') throw wrong(cursor, 'a word')
  return word.trim()
}

function readTo(cursor: Cursor, end: string): string {
  const at = cursor.notation.indexOf(end, cursor.at)
  if (at < 0) throw wrong(cursor, `a closing ${end}`)
  const text = cursor.notation.slice(cursor.at, at)
  cursor.at = at + end.length
  return text
}

function expect(cursor: Cursor, mark: string): void {
  if (!take(cursor, mark)) throw wrong(cursor, mark)
}

function take(cursor: Cursor, mark: string): boolean {
  if (peek(cursor) !== mark) return false
  cursor.at += mark.length
  return true
}

/** The next character that is no blank. */
function peek(cursor: Cursor): string {
  while (cursor.notation[cursor.at] === ' ') cursor.at++
  return cursor.notation[cursor.at] ?? ''
}

function wrong(cursor: Cursor, wanted: string): Error {
  return new Error(`Expected ${wanted} at ${cursor.at + 1} of ${cursor.notation}`)
}
