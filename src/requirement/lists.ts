import {joinText, makeCase, mapLastTerm, mapTerms, span} from './build.ts'
import {namesEvidence} from './evidence.ts'
import {group, type Joined} from './grouping.ts'
import {operatorIn} from './labels.ts'
import {isName, named} from './names.ts'
import {holdsTerm, type OpenOperand, readOperands} from './operands.ts'
import {jointOfVerb, withoutJoints} from './parts.ts'
import {type ListNode, type Node, type Operator, type Reading, rangeOf, trim} from './syntax.ts'
import {readTerm, textOf, waives} from './terms.ts'
import type {Token} from './tokens.ts'

/** What a clause lists. */
export interface List {
  readonly node: Node | null
  /** An operator that had no list to speak of: it may speak of the clauses before. */
  readonly tail: Operator | null
}

/** Operands and what joins them. An operator between them closes a list: `甲、乙二选一，并提供丙`. */
export function readList(reading: Reading, words: readonly Token[]): List {
  const lists = closedLists(words)
  let tail: Operator | null = null
  const joined = lists.flatMap((list, index): readonly Joined[] => {
    const {tokens, leading} = index === 0 ? {tokens: list, leading: null} : withoutJoints(list)
    const [verb] = tokens
    const join = leading ?? (verb?.kind === 'verb' ? jointOfVerb(verb) : null)
    const open = readOpenList(reading, tokens)
    tail = open.tail
    return open.node ? [{join: join ?? 'list', node: open.node, isDoubtful: false}] : []
  })
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

function readOpenList(reading: Reading, words: readonly Token[]): List {
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
  return {node: group(reading, joined, operator), tail: joined.length === 1 ? operator : null}
}

function toJoined(reading: Reading, operand: OpenOperand): Joined {
  const {join, isDoubtful} = operand
  const words = trim(operand.tokens.filter(({kind}) => kind !== 'verb'))
  const [first] = words
  const isGroup = first?.kind === 'group' && holdsTerm(first) && !words.some(isName)
  const inner = isGroup ? reading.readNested(reading, first.inner) : null
  if (!inner)
    return {
      join,
      isDoubtful,
      node: deny(operand, readCaseInBrackets(reading, words) ?? readTerm(reading, operand)),
    }
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
    isDoubtful,
    node: conditions
      ? mapTerms(whole, (term) => ({...term, condition: joinText(term.condition, conditions)}))
      : whole,
  }
}

function deny({isDenied}: OpenOperand, node: Node): Node {
  return isDenied ? mapTerms(node, (term) => ({...term, isRequired: false})) : node
}

/** `医院（《甲》）`: the words before the brackets say whom it is asked of; `无（…除外）` says that nobody else is. */
function readCaseInBrackets(reading: Reading, words: readonly Token[]): Node | null {
  const last = words.at(-1)
  const before = trim(words.slice(0, -1))
  if (last?.kind !== 'group' || !holdsTerm(last) || before.length === 0 || words.some(isName)) return null
  const when = named(reading, before)
  if (namesEvidence(reading.folded.slice(when.start, when.end))) return null
  const node = reading.readNested(reading, last.inner)
  if (!node || !waives(when.words)) return node && makeCase(when, node)
  reading.rest.push(when)
  return node
}

/** `（…）（有歧义）`: another grouping is possible, and which one is not said. */
function withDoubt(node: Node): Node {
  if (node.kind !== 'all' && node.kind !== 'any') return node
  const other: ListNode = {...node, kind: node.kind === 'all' ? 'any' : 'all', other: null}
  return {...node, other: node.other ?? other}
}
