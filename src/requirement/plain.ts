import {makeList, mapTerms} from './build.ts'
import {isLeading, operatorIn} from './labels.ts'
import {readList} from './lists.ts'
import {isName} from './names.ts'
import {emptyPart, jointOfVerb, type Part} from './parts.ts'
import {all, type Node, type Reading, rangeOf, trim} from './syntax.ts'
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
    ? {...emptyPart, join, ...readList(reading, words)}
    : null
}

/** `请上传以下资质`, `任选其一`: words that lead to a list and name nothing. */
export function isLead({folded}: Reading, words: readonly Token[]): boolean {
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
  const end = words.findIndex(({kind}, index) => {
    const next = words[index + 1]
    return kind === 'comma' && next?.kind === 'verb' && !next.negative
  })
  const denied = end < 0 ? words : words.slice(0, end)
  const node = readList(reading, denied.slice(1)).node ?? documentOf(reading, denied)
  const waived = mapTerms(node, (term) => ({...term, isRequired: false}))
  const asked = end < 0 ? null : readList(reading, words.slice(end + 1)).node
  return {...emptyPart, node: asked ? makeList(reading, all, [waived, asked]) : waived}
}

function documentOf(reading: Reading, words: readonly Token[]): Node {
  return readTerm(reading, {tokens: words, conditions: [], notes: [], repetitions: []})
}
