import {makeCase, mapTerms, regroup} from './build.ts'
import {labelEnd, operatorIn, readLabel} from './labels.ts'
import {isName, named} from './names.ts'
import {holdsTerm} from './operands.ts'
import {emptyPart, type Joint, type Part, withoutJoints} from './parts.ts'
import {readDenied, readPlain} from './plain.ts'
import {splitClauses} from './split-clauses.ts'
import {findSubject} from './subjects.ts'
import {type Node, type Reading, rangeOf, type Subject, trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** Reads the clauses of a stretch without list markers. */
export function readClauses(reading: Reading, tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = []
  let carried: Joint = null
  for (const clause of splitClauses(reading.folded, tokens)) {
    const {tokens: words, leading, trailing} = withoutJoints(clause)
    const part = words.length > 0 ? readClause(reading, words, 2) : null
    if (part) parts.push({...part, join: leading ?? carried ?? part.join})
    carried = trailing ?? (part ? null : (leading ?? carried))
  }
  return parts
}

/** Reads one clause: a label, an applicant, then what is asked for. */
function readClause(reading: Reading, tokens: readonly Token[], labels: number): Part | null {
  const words = trim(tokens)
  const applies = words.findIndex(({kind}) => kind === 'applies')
  if (applies >= 0) return readApplies(reading, words.slice(0, applies), words.slice(applies + 1))
  const colon = labels > 0 ? labelEnd(words) : -1
  if (colon > 0) return readLabelled(reading, words.slice(0, colon), trim(words.slice(colon + 1)), labels - 1)
  return readSubject(reading, words) ?? readPlain(reading, words)
}

/** `《甲》适用类别：投资咨询` */
function readApplies(reading: Reading, before: readonly Token[], after: readonly Token[]): Part | null {
  const words = trim(after.filter(({kind}, index) => kind !== 'colon' || index > 0))
  const verb = words.findIndex(({kind}) => kind === 'verb' || kind === 'license')
  const left = trim(before).length > 0 ? readClause(reading, before, 1) : null
  if (left?.node && words.length === 0) return left
  if (left?.node) return {...left, node: makeCase(named(reading, words), left.node)}
  if (words.length === 0) return null
  if (verb === 0) return readPlain(reading, words)
  if (verb > 0 && words.slice(verb).some(({kind}) => kind === 'license')) {
    const part = readPlain(reading, words.slice(verb))
    const when = named(
      reading,
      trim(words.slice(0, verb).filter(({kind}, index, all) => kind !== 'comma' || index < all.length - 1)),
    )
    return part?.node ? {...part, node: makeCase(when, part.node)} : null
  }
  return {...emptyPart, appliesTo: named(reading, words)}
}

function readLabelled(
  reading: Reading,
  before: readonly Token[],
  after: readonly Token[],
  labels: number,
): Part | null {
  const label = readLabel(reading, reading.folded, before)
  const adds = before.some((token) => token.kind === 'verb' && token.adds && !token.together)
  const join: Joint = adds ? 'and' : null
  if (label.kind === 'note') {
    if (!after.some((token) => isName(token) || holdsTerm(token)))
      return {...emptyPart, note: rangeOf([...before, ...after])}
    reading.rest.push(rangeOf(before))
    return readClause(reading, after, 0)
  }
  const when = label.kind === 'case' ? label.when : null
  if (after.length === 0) return {...emptyPart, join, when, operator: label.operator, isOpen: true}
  const part = readClause(reading, after, labels)
  if (!part) return null
  if (label.operator && part.node)
    return {...part, join, node: within(when, regroup(part.node, label.operator))}
  if (!part.node || !when)
    return {
      ...part,
      join: join ?? part.join,
      when: when ?? part.when,
      operator: label.operator ?? part.operator,
      isOpen: part.isOpen || part.node === null,
    }
  return {...part, join, node: makeCase(when, part.node)}
}

function within(when: Subject | null, node: Node): Node {
  return when ? makeCase(when, node) : node
}

/** `旅行社需提供…`, `如涉及食品，需提供…` */
function readSubject(reading: Reading, words: readonly Token[]): Part | null {
  const found = findSubject(reading, words)
  if (!found) return null
  const {subject, verb, isIf} = found
  const rest = words.slice(found.from)
  const part = verb?.negative ? readDenied(reading, rest) : readPlain(reading, rest)
  if (found.kind !== 'applicant') {
    reading.rest.push(rangeOf(subject))
    return found.kind === 'address' ? part : withoutNeed(part)
  }
  const when = named(reading, subject)
  if (part?.node) return {...part, join: null, node: makeCase(when, part.node)}
  if (!verb) return null
  const operator = operatorIn([verb]) ?? part?.operator ?? null
  return {...emptyPart, when, operator, isOpen: true, join: verb.adds && !isIf ? 'and' : null}
}

/** `如有请提供《甲》` */
function withoutNeed(part: Part | null): Part | null {
  return part?.node ? {...part, node: mapTerms(part.node, (term) => ({...term, isRequired: false}))} : part
}
