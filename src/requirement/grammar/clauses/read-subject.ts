import {makeCase} from '../nodes/cases.ts'
import {operatorIn} from '../operands/operators.ts'
import type {Reading} from '../syntax.ts'
import {isName, named} from '../terms/names.ts'
import {rangeOf, textIn} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {emptyPart, type Part, withoutNeed} from './part.ts'
import {readDenied, readPlain} from './plain.ts'
import {findSubject} from './subjects.ts'

/** `旅行社需提供…`, `如涉及食品，需提供…`; null where no subject begins the clause. */
export function readSubject(reading: Reading, words: readonly Token[]): Part | null {
  if (isIfHeld(reading, words)) return withoutNeed(readPlain(reading, words.slice(2)))
  const found = findSubject(reading, words)
  if (!found) return null
  const {kind, subject, verb, from, isIf} = found
  const rest = words.slice(from)
  const part = verb?.isDenial ? readDenied(reading, rest) : readPlain(reading, rest)
  if (kind !== 'applicant') {
    reading.rest.push(rangeOf(subject))
    return kind === 'address' ? part : withoutNeed(part)
  }
  const when = named(reading, subject)
  if (part?.node) return {...part, join: null, node: makeCase(when, part.node)}
  if (!verb) return null
  const operator = operatorIn([verb]) ?? part?.operator ?? null
  return {...emptyPart, when, operator, isHead: true, join: verb.isAddition && !isIf ? 'and' : null}
}

/** `如有《甲》，请提供` */
function isIfHeld({folded}: Reading, [first, second, third]: readonly Token[]): boolean {
  return first?.kind === 'if' && second !== undefined && isName(third) && textIn(folded, [second]) === '有'
}
