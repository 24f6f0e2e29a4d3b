import {makeCase, makeCaseIf} from '../nodes/cases.ts'
import {regroup} from '../nodes/make-list.ts'
import type {Joint} from '../operands/joints.ts'
import type {Operator, Reading, Subject} from '../syntax.ts'
import {holdsTerm, isName, named} from '../terms/names.ts'
import {documentAt} from '../terms/read-term.ts'
import {rangeOf, trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'
import {isHeading} from './headings.ts'
import {labelEnd, readLabel} from './labels.ts'
import {emptyPart, type Part, withoutNeed} from './part.ts'
import {readPlain} from './plain.ts'
import {readSubject} from './read-subject.ts'

/** So many labels may stand before each other: `企业：必备材料：…`. */
const mostLabels = 2

/** Reads one clause: a label, an applicant, then what is asked for. */
export function readClause(reading: Reading, tokens: readonly Token[], labels = mostLabels): Part | null {
  const words = trim(tokens)
  if (words[0]?.kind === 'example') return {...emptyPart, note: rangeOf(words)}
  const applies = words.findIndex(({kind}) => kind === 'applies')
  if (applies >= 0) return readApplies(reading, words.slice(0, applies), words.slice(applies + 1))
  const colon = labels > 0 ? labelEnd(words) : -1
  if (colon > 0) return readLabelled(reading, words.slice(0, colon), trim(words.slice(colon + 1)), labels - 1)
  return readSubject(reading, words) ?? readPlain(reading, words)
}

/** `《甲》适用类别：投资咨询`, `适用于企业主体：需提供《甲》` */
function readApplies(reading: Reading, before: readonly Token[], after: readonly Token[]): Part | null {
  const words = withoutColons(after)
  const left = trim(before).length > 0 ? readClause(reading, before, 1) : null
  if (left?.node)
    return words.length === 0 ? left : {...left, node: makeCase(named(reading, words), left.node)}
  if (words.length === 0) return null
  const asked = words.findIndex(({kind}) => kind === 'verb' || kind === 'license')
  if (asked === 0) return readPlain(reading, words)
  if (asked < 0 || !words.some(({kind}) => kind === 'license'))
    return {...emptyPart, appliesTo: named(reading, words)}
  const part = readPlain(reading, words.slice(asked))
  const when = named(reading, withoutMark(words.slice(0, asked)))
  return part?.node ? {...part, node: makeCase(when, part.node)} : null
}

/** `适用于企业主体：…` */
function withoutColons(tokens: readonly Token[]): readonly Token[] {
  const words = trim(tokens)
  const from = words[0]?.kind === 'colon' ? 1 : 0
  const to = words.at(-1)?.kind === 'colon' ? words.length - 1 : words.length
  return trim(words.slice(from, Math.max(from, to)))
}

/** Without the comma or colon that it ends in. */
function withoutMark(tokens: readonly Token[]): readonly Token[] {
  const kind = tokens.at(-1)?.kind
  return trim(kind === 'comma' || kind === 'colon' ? tokens.slice(0, -1) : tokens)
}

/** `企业：《甲》`, `注：…`, `可选材料：《甲》` */
function readLabelled(
  reading: Reading,
  before: readonly Token[],
  after: readonly Token[],
  labels: number,
): Part | null {
  const label = readLabel(reading, before)
  if (label.kind === 'note') return readNote(reading, before, after, label.isExample)
  if (label.kind === 'heading') return readHeaded(reading, {...label, join: joinOf(before)}, after, labels)
  const part = readClause(reading, after, labels)
  return label.kind === 'optional' ? withoutNeed(part) : part && {...part, join: 'or'}
}

/** `另需：` */
function joinOf(label: readonly Token[]): Joint {
  const isAddition = label.some((token) => token.kind === 'verb' && token.isAddition && !token.asksForAll)
  return isAddition ? 'and' : null
}

/** A remark, unless it asks for licences or says how what stands above is joined. */
function readNote(
  reading: Reading,
  before: readonly Token[],
  after: readonly Token[],
  isExample: boolean,
): Part | null {
  const asks =
    !isExample && (after.some((token) => isName(token) || holdsTerm(token)) || isHeading(reading, after))
  if (!asks) return {...emptyPart, note: rangeOf([...before, ...after])}
  reading.rest.push(rangeOf(before))
  return readClause(reading, after, 0)
}

interface Heading {
  readonly join: Joint
  readonly when: Subject | null
  readonly operator: Operator | null
}

function readHeaded(
  reading: Reading,
  {join, when, operator}: Heading,
  after: readonly Token[],
  labels: number,
): Part | null {
  if (after.length === 0) return {...emptyPart, join, when, operator, isHead: true}
  const part = when && isOnlyOr(after) ? null : readClause(reading, after, labels)
  if (!part)
    return when && {...emptyPart, join, node: makeCase(when, documentAt(reading.text, rangeOf(after)))}
  if (!part.node) {
    const from = {join: join ?? part.join, when: when ?? part.when, operator: operator ?? part.operator}
    return {...part, ...from, isHead: true}
  }
  const node = operator ? regroup(reading, part.node, operator) : part.node
  const ownJoin = when || operator ? null : part.join
  return {...part, join: join ?? ownJoin, node: makeCaseIf(when, node)}
}

/** `个人：/`: nothing is asked for. */
function isOnlyOr([first, ...others]: readonly Token[]): boolean {
  return first?.kind === 'or' && others.length === 0
}
