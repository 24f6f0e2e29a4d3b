import {namesEvidence} from '../lexicon/evidence.ts'
import {waives} from '../lexicon/waivers.ts'
import {makeCase} from '../nodes/cases.ts'
import {joinText} from '../nodes/join-text.ts'
import {addCondition, mapLastTerm, waive} from '../nodes/map-terms.ts'
import {span} from '../nodes/span.ts'
import type {ListNode, Node, Reading} from '../syntax.ts'
import {holdsTerm, isName, named} from '../terms/names.ts'
import {readTerm} from '../terms/read-term.ts'
import {joinedTextOf} from '../terms/text.ts'
import {rangeOf, textIn, trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import type {Joined} from './grouping.ts'
import type {ListedOperand} from './read-operands.ts'

/** Reads one operand: brackets with a list of their own, words with a case in brackets, or a term. */
export function readOperand(reading: Reading, operand: ListedOperand): Joined {
  const {join, isDoubtful, isDenied} = operand
  const words = trim(operand.tokens.filter(({kind}) => kind !== 'verb'))
  const nested = readNested(reading, operand, words)
  if (nested) return {join, isDoubtful, node: nested}
  const node = readCaseInBrackets(reading, words) ?? readTerm(reading, operand)
  return {join, isDoubtful, node: isDenied ? waive(node) : node}
}

/** `（《甲》或《乙》）`, with what is said of it behind the brackets. */
function readNested(reading: Reading, operand: ListedOperand, words: readonly Token[]): Node | null {
  const [brackets, ...after] = words
  if (brackets?.kind !== 'group' || !holdsTerm(brackets) || words.some(isName)) return null
  const inner = reading.readNested(reading, brackets.inner)
  if (!inner) return null
  const remarks = after.filter(({kind}) => kind !== 'exact')
  const {end} = rangeOf([...operand.tokens, ...operand.conditions.flat(), ...operand.notes.flat()])
  const condition = joinedTextOf(reading, operand.conditions)
  const note = joinedTextOf(reading, [remarks, ...operand.notes])
  const isAmbiguous = words.some((token) => token.kind === 'exact' && token.role === 'ambiguous')
  const node = mapLastTerm(inner, (term) => ({
    ...term,
    note: joinText(term.note, note),
    ...span([term, {start: term.start, end}]),
  }))
  const whole = isAmbiguous ? withDoubt(node) : node
  return condition ? addCondition(whole, condition) : whole
}

/** `医院（《甲》）`: the words before the brackets say whom it is asked of; `无（…除外）` says that nobody else is. */
function readCaseInBrackets(reading: Reading, words: readonly Token[]): Node | null {
  const last = words.at(-1)
  const before = trim(words.slice(0, -1))
  if (last?.kind !== 'group' || !holdsTerm(last) || before.length === 0 || words.some(isName)) return null
  if (namesEvidence(textIn(reading.folded, before))) return null
  const when = named(reading, before)
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
