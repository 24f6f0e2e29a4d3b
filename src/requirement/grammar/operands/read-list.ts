import {addCondition, mapLastTerm} from '../nodes/map-terms.ts'
import {span} from '../nodes/span.ts'
import type {Node, Operator, Reading} from '../syntax.ts'
import {textOf} from '../terms/text.ts'
import {rangeOf} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {group, type Joined} from './grouping.ts'
import {jointOfVerb, withoutJoints} from './joints.ts'
import {operatorIn} from './operators.ts'
import {readOperand} from './read-operand.ts'
import {type ChoiceCondition, readOperands} from './read-operands.ts'

/** What a clause lists. */
export interface List {
  readonly node: Node | null
  /** An operator that had no list to speak of: it may speak of the clauses before. */
  readonly tail: Operator | null
}

/** Operands and what joins them. An operator between them closes a list: `甲、乙二选一，并提供丙`. */
export function readList(reading: Reading, words: readonly Token[]): List {
  const joined: Joined[] = []
  let tail: Operator | null = null
  for (const [index, list] of closedLists(words).entries()) {
    const {tokens, before} = index === 0 ? {tokens: list, before: null} : withoutJoints(list)
    const [verb] = tokens
    const join = before ?? (verb?.kind === 'verb' ? jointOfVerb(verb) : null) ?? 'list'
    const one = readClosedList(reading, tokens)
    tail = one.tail
    if (one.node) joined.push({join, node: one.node, isDoubtful: false})
  }
  return {node: group(reading, joined, null), tail: joined.length === 1 ? tail : null}
}

/** Cuts behind each operator that has names before and after it. */
function closedLists(words: readonly Token[]): readonly (readonly Token[])[] {
  const last = words.findLastIndex(({kind}) => kind === 'license')
  const lists: Token[][] = [[]]
  let hasName = false
  for (const [index, token] of words.entries()) {
    lists.at(-1)?.push(token)
    hasName ||= token.kind === 'license'
    if (!hasName || index >= last || token.kind === 'verb' || operatorIn([token]) === null) continue
    lists.push([])
    hasName = false
  }
  return lists
}

function readClosedList(reading: Reading, words: readonly Token[]): List {
  const {operands, choiceConditions, operator} = readOperands(reading, words)
  const joined = operands.map((operand) => readOperand(reading, operand))
  for (const condition of choiceConditions) applyCondition(reading, joined, condition)
  return {node: group(reading, joined, operator), tail: joined.length === 1 ? operator : null}
}

/** Gives a condition to all operands before it; its words lie within the last of them. */
function applyCondition(reading: Reading, joined: Joined[], {before, tokens}: ChoiceCondition): void {
  const condition = textOf(reading, tokens)
  for (const [index, one] of joined.slice(0, before).entries()) {
    const node = addCondition(one.node, condition)
    const isLast = index === before - 1
    joined[index] = {
      ...one,
      node: isLast ? mapLastTerm(node, (term) => ({...term, ...span([term, rangeOf(tokens)])})) : node,
    }
  }
}
