import {makeCase, makeCases, makeList, mapTerms, regroup, span} from './build.ts'
import {labelEnd, operatorIn, readLabel} from './labels.ts'
import {isName, named} from './names.ts'
import {holdsTerm} from './operands.ts'
import {emptyPart, type Joint, type Part, withoutJoints} from './parts.ts'
import {isLead, readDenied, readPlain} from './plain.ts'
import {splitClauses} from './split-clauses.ts'
import {findSubject} from './subjects.ts'
import {all, type CasesNode, type Node, type Reading, rangeOf, type Subject, trim} from './syntax.ts'
import {documentAt} from './terms.ts'
import type {Token} from './tokens.ts'

/** Reads the clauses of a stretch without list markers. */
export function readClauses(reading: Reading, tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = []
  let carried: Joint = null
  for (const clause of splitClauses(reading.folded, tokens)) {
    const {tokens: words, leading, trailing} = withoutJoints(clause.tokens)
    const part = words.length > 0 ? readClause(reading, words, 2) : null
    const above = clause.isInner && part?.node ? parts.at(-1) : undefined
    if (above?.node?.kind === 'cases' && part?.node)
      parts[parts.length - 1] = {...above, node: withInner(reading, above.node, part.node)}
    else if (part) parts.push({...part, join: leading ?? carried ?? part.join})
    carried = trailing ?? (part ? null : (leading ?? carried))
  }
  return parts
}

/** `药店：《甲》，如销售处方药，另需提供《乙》`: the case behind the comma is one of the case before it. */
function withInner(reading: Reading, {cases}: CasesNode, node: Node): Node {
  const last = cases.at(-1)
  if (!last) return node
  const require = makeList(reading, all, [last.require, node])
  return makeCases([...cases.slice(0, -1), {...last, require, ...span([last, require])}])
}

/** Reads one clause: a label, an applicant, then what is asked for. */
function readClause(reading: Reading, tokens: readonly Token[], labels: number): Part | null {
  const words = trim(tokens)
  if (words[0]?.kind === 'example') return {...emptyPart, note: rangeOf(words)}
  const applies = words.findIndex(({kind}) => kind === 'applies')
  if (applies >= 0) return readApplies(reading, words.slice(0, applies), words.slice(applies + 1))
  const colon = labels > 0 ? labelEnd(words) : -1
  if (colon > 0) return readLabelled(reading, words.slice(0, colon), trim(words.slice(colon + 1)), labels - 1)
  return readSubject(reading, words) ?? readPlain(reading, words)
}

/** `《甲》适用类别：投资咨询` */
function readApplies(reading: Reading, before: readonly Token[], after: readonly Token[]): Part | null {
  const words = withoutColon(after)
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
      trim(
        words
          .slice(0, verb)
          .filter(({kind}, index, all) => (kind !== 'comma' && kind !== 'colon') || index < all.length - 1),
      ),
    )
    return part?.node ? {...part, node: makeCase(when, part.node)} : null
  }
  return {...emptyPart, appliesTo: named(reading, words)}
}

/** `适用于企业主体：…` */
function withoutColon(tokens: readonly Token[]): readonly Token[] {
  const words = trim(tokens)
  const from = words[0]?.kind === 'colon' ? 1 : 0
  const to = words.at(-1)?.kind === 'colon' ? words.length - 1 : words.length
  return trim(words.slice(from, Math.max(from, to)))
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
  if (label.kind === 'note') return readNote(reading, before, after, label.isExample)
  if (label.kind === 'optional') return withoutNeed(readClause(reading, after, labels))
  if (label.kind === 'way') {
    const way = readClause(reading, after, labels)
    return way && {...way, join: 'or'}
  }
  const when = label.kind === 'case' ? label.when : null
  if (when && after.length === 1 && after[0]?.kind === 'or')
    return {...emptyPart, join, node: makeCase(when, documentAt(reading.text, after[0]))}
  if (after.length === 0) return {...emptyPart, join, when, operator: label.operator, isOpen: true}
  const part = readClause(reading, after, labels)
  if (!part)
    return when && {...emptyPart, join, node: makeCase(when, documentAt(reading.text, rangeOf(after)))}
  if (label.operator && part.node)
    return {...part, join, node: within(when, regroup(reading, part.node, label.operator))}
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

/** A remark, unless it asks for licences or says how what stands above is joined. */
function readNote(
  reading: Reading,
  before: readonly Token[],
  after: readonly Token[],
  isExample: boolean,
): Part | null {
  const asks =
    !isExample && (after.some((token) => isName(token) || holdsTerm(token)) || isLead(reading, after))
  if (!asks) return {...emptyPart, note: rangeOf([...before, ...after])}
  reading.rest.push(rangeOf(before))
  return readClause(reading, after, 0)
}

function within(when: Subject | null, node: Node): Node {
  return when ? makeCase(when, node) : node
}

/** `旅行社需提供…`, `如涉及食品，需提供…` */
function readSubject(reading: Reading, words: readonly Token[]): Part | null {
  const [first, second] = words
  if (
    first?.kind === 'if' &&
    second &&
    isName(words[2]) &&
    reading.folded.slice(second.start, second.end) === '有'
  )
    return withoutNeed(readPlain(reading, words.slice(2)))
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
