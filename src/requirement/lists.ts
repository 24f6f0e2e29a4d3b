import {joinText, makeList, mapLastTerm, mapTerms, span} from './build.ts'
import {group, type Joined} from './grouping.ts'
import {operatorIn} from './labels.ts'
import {isName} from './names.ts'
import {holdsTerm, type OpenOperand, readOperands} from './operands.ts'
import {jointOfVerb, withoutJoints} from './parts.ts'
import {all, any, type ListNode, type Node, type Reading, rangeOf, trim} from './syntax.ts'
import {readTerm, textOf} from './terms.ts'
import type {Token} from './tokens.ts'

/** Operands and what joins them. An operator between them closes a list: `甲、乙二选一，并提供丙`. */
export function readList(reading: Reading, words: readonly Token[]): Node | null {
  const end = closedListEnd(words)
  if (end < 0) return readOpenList(reading, words)
  const after = withoutJoints(words.slice(end))
  const [verb] = after.tokens
  const join = after.leading ?? (verb?.kind === 'verb' ? jointOfVerb(verb) : null)
  const nodes = [readOpenList(reading, words.slice(0, end)), readList(reading, after.tokens)].filter(
    (node) => node !== null,
  )
  return makeList(reading, join === 'or' ? any : all, nodes)
}

/** Behind an operator that has names before and after it; -1 where there is none. */
function closedListEnd(words: readonly Token[]): number {
  const names = words.flatMap(({kind}, index) => (kind === 'license' ? [index] : []))
  const [first = words.length] = names
  const last = names.at(-1) ?? 0
  return words.findIndex(
    (token, index) =>
      index > first + 1 &&
      index <= last &&
      operatorIn([words[index - 1] ?? token]) !== null &&
      words[index - 1]?.kind !== 'verb',
  )
}

function readOpenList(reading: Reading, words: readonly Token[]): Node | null {
  const {operands, choiceConditions, operator} = readOperands(reading, reading.folded, words)
  const joined = operands.map((operand) => toJoined(reading, operand))
  for (const {before, tokens} of choiceConditions) {
    const condition = textOf(reading, tokens)
    for (let index = 0; index < before; index++) {
      const one = joined[index]
      if (!one) continue
      const isLast = index === before - 1
      const node = mapTerms(one.node, (term) => ({...term, condition: joinText(term.condition, condition)}))
      joined[index] = {
        ...one,
        node: isLast ? mapLastTerm(node, (term) => ({...term, ...span([term, rangeOf(tokens)])})) : node,
      }
    }
  }
  return group(reading, joined, operator)
}

function toJoined(reading: Reading, operand: OpenOperand): Joined {
  const {join, mayBeCondition} = operand
  const words = trim(operand.tokens.filter(({kind}) => kind !== 'verb'))
  const [first] = words
  const isGroup = first?.kind === 'group' && holdsTerm(first) && !words.some(isName)
  const inner = isGroup ? reading.readNested(reading, first.inner) : null
  if (!inner) return {join, mayBeCondition, node: readTerm(reading, operand)}
  const conditions = operand.conditions.map((tokens) => textOf(reading, tokens)).reduce(joinText, null)
  const isAmbiguous = words.some((token) => token.kind === 'exact' && token.role === 'ambiguous')
  const notes = [words.slice(1).filter(({kind}) => kind !== 'exact'), ...operand.notes]
    .map((tokens) => (tokens.length > 0 ? textOf(reading, tokens) : null))
    .reduce(joinText, null)
  const after = rangeOf([...operand.tokens, ...operand.conditions.flat(), ...operand.notes.flat()])
  const node = mapLastTerm(inner, (term) => ({
    ...term,
    note: joinText(term.note, notes),
    ...span([term, {start: term.start, end: Math.max(term.end, after.end)}]),
  }))
  const whole = isAmbiguous ? withDoubt(node) : node
  return {
    join,
    mayBeCondition,
    node: conditions
      ? mapTerms(whole, (term) => ({...term, condition: joinText(term.condition, conditions)}))
      : whole,
  }
}

/** `（…）（有歧义）`: another grouping is possible, and which one is not said. */
function withDoubt(node: Node): Node {
  if (node.kind !== 'all' && node.kind !== 'any') return node
  const other: ListNode = {...node, kind: node.kind === 'all' ? 'any' : 'all', other: null}
  return {...node, other: node.other ?? other}
}
