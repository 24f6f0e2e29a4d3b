import {makeList} from '../nodes/make-list.ts'
import {waive} from '../nodes/map-terms.ts'
import {jointOfVerb} from '../operands/joints.ts'
import {operatorIn} from '../operands/operators.ts'
import {readList} from '../operands/read-list.ts'
import {all, type Reading} from '../syntax.ts'
import {isCondition} from '../terms/conditions.ts'
import {isName} from '../terms/names.ts'
import {readTermOf} from '../terms/read-term.ts'
import {saysSomething} from '../terms/text.ts'
import {rangeOf, textIn, trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {isHeading} from './headings.ts'
import {emptyPart, type Part} from './part.ts'

/** Reads what is asked for, without a label or an applicant before it. */
export function readPlain(reading: Reading, tokens: readonly Token[]): Part | null {
  const words = trim(tokens)
  const [first] = words
  if (first?.kind === 'verb' && first.isDenial) return readDenied(reading, words)
  const join = first?.kind === 'verb' ? jointOfVerb(first) : null
  if (isHeading(reading, words)) {
    reading.rest.push(rangeOf(words))
    return {...emptyPart, join, operator: operatorIn(words), isHead: true}
  }
  if (isCondition(words) && !words.some(isName)) return {...emptyPart, join, condition: rangeOf(words)}
  return saysSomething(textIn(reading.text, words)) ? {...emptyPart, join, ...readList(reading, words)} : null
}

/** `无需提供《甲》` */
export function readDenied(reading: Reading, words: readonly Token[]): Part {
  const end = words.findIndex(({kind}, index) => {
    const next = words[index + 1]
    return kind === 'comma' && next?.kind === 'verb' && !next.isDenial
  })
  const denied = end < 0 ? words : words.slice(0, end)
  const waived = waive(readList(reading, denied.slice(1)).node ?? readTermOf(reading, denied))
  const asked = end < 0 ? null : readList(reading, words.slice(end + 1)).node
  return {...emptyPart, node: asked ? makeList(reading, all, [waived, asked]) : waived}
}
