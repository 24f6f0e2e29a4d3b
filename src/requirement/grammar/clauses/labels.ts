import {isFiller} from '../lexicon/fillers.ts'
import {labelsOptional, labelsWay} from '../lexicon/labels.ts'
import {isOperatorGroup, operatorIn} from '../operands/operators.ts'
import type {Operator, Reading, Subject} from '../syntax.ts'
import {holdsTerm, named} from '../terms/names.ts'
import {afterSubject, beforeSubject, neverInLabel} from '../tokens/kinds.ts'
import {rangeOf, textIn, trim} from '../tokens/stretch.ts'
import type {Token, TokenOf} from '../tokens/token.ts'

/** What stands before a colon and tells what the rest of a clause is. */
export type Label =
  /** It leads to what is asked for, perhaps of an applicant or for a service, perhaps with the operator of a list. */
  | {readonly kind: 'heading'; readonly when: Subject | null; readonly operator: Operator | null}
  /** What follows is a remark; an example asks for nothing, whatever it names. */
  | {readonly kind: 'note'; readonly isExample: boolean}
  /** What follows is asked for only if someone likes or has it. */
  | {readonly kind: 'optional'}
  /** What follows is one of several ways (`方案一：`). */
  | {readonly kind: 'way'}

/** Where the colon of a label stands that begins at a place; -1 where none does. */
export function labelEnd(tokens: readonly Token[], from = 0): number {
  for (let index = from; index < tokens.length; index++) {
    const token = tokens[index]
    if (token?.kind === 'colon') return index > from ? index : -1
    if (!token || neverInLabel.has(token.kind) || holdsTerm(token)) return -1
  }
  return -1
}

/** Reads the tokens before a colon. */
export function readLabel(reading: Reading, tokens: readonly Token[]): Label {
  const words = trim(tokens)
  const kind = words[0]?.kind
  if (kind === 'note' || kind === 'example') return {kind: 'note', isExample: kind === 'example'}
  reading.rest.push(rangeOf(tokens))
  const operator = operatorIn(words)
  const subject = subjectOf(words)
  const name = textIn(reading.folded, subject)
  if (subject.length === 0 || isFiller(name)) return {kind: 'heading', when: null, operator}
  if (labelsOptional(name)) return {kind: 'optional'}
  if (labelsWay(name)) return {kind: 'way'}
  return {kind: 'heading', when: named(reading, subject), operator}
}

/** The tokens that name the applicant: without verbs, words for a list and operators. */
function subjectOf(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(
    (token, index) => !beforeSubject.has(token.kind) || isPartOfSubject(token, tokens[index + 1]),
  )
  if (from < 0) return []
  const rest = tokens.slice(from)
  const end = rest.findIndex(
    (token, index) =>
      (index > 0 && token.kind === 'verb') || afterSubject.has(token.kind) || isOperatorGroup(token),
  )
  return trim(end < 0 ? rest : rest.slice(0, end))
}

/** `提供直播服务的商户` */
function isPartOfSubject(token: Token, next: Token | undefined): token is TokenOf<'verb'> {
  if (token.kind !== 'verb' || next?.kind !== 'text') return false
  return !token.statesNeed && !token.isAddition && !token.isDenial
}
