import {mapTerms} from './build.ts'
import {isLeading, operatorIn} from './labels.ts'
import {readList} from './lists.ts'
import {isName} from './names.ts'
import {emptyPart, jointOfVerb, type Part} from './parts.ts'
import {type Node, type Reading, rangeOf, trim} from './syntax.ts'
import {isCondition, readTerm, saysSomething} from './terms.ts'
import type {Token} from './tokens.ts'

/** Reads what is asked for, without a label or an applicant before it. */
export function readPlain(reading: Reading, tokens: readonly Token[]): Part | null {
  const words = trim(tokens)
  const [first] = words
  if (first?.kind === 'verb' && first.negative) return readDenied(reading, words)
  const join = first?.kind === 'verb' ? jointOfVerb(first) : null
  if (isLead(reading, words)) {
    reading.rest.push(rangeOf(words))
    return {...emptyPart, join, operator: operatorIn(words), isOpen: true}
  }
  const {start, end} = rangeOf(words)
  if (isCondition(words) && !words.some(isName)) return {...emptyPart, join, condition: {start, end}}
  return saysSomething(reading.text.slice(start, end))
    ? {...emptyPart, join, node: readList(reading, words)}
    : null
}

/** `请上传以下资质`, `任选其一`: words that lead to a list and name nothing. */
function isLead({folded}: Reading, words: readonly Token[]): boolean {
  const texts: Token[] = []
  for (const token of words) {
    if (token.kind === 'text') texts.push(token)
    else if (
      !/^(?:verb|list|blank|choice|each|enumeration)$/.test(token.kind) &&
      operatorIn([token]) === null
    )
      return false
  }
  return texts.length < words.length && texts.every(({start, end}) => isLeading(folded.slice(start, end)))
}

/** `无需提供《甲》` */
export function readDenied(reading: Reading, words: readonly Token[]): Part {
  const node = readList(reading, words.slice(1)) ?? documentOf(reading, words)
  return {...emptyPart, node: mapTerms(node, (term) => ({...term, isRequired: false}))}
}

function documentOf(reading: Reading, words: readonly Token[]): Node {
  return readTerm(reading, {tokens: words, conditions: [], notes: [], repetitions: []})
}
