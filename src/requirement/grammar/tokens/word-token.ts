import {choiceAt} from '../lexicon/choices.ts'
import {insteadAt, isTold} from '../lexicon/mentions.ts'
import {exclusionAt, type Verb, verbAt} from '../lexicon/verbs.ts'
import {wordAt} from '../lexicon/words.ts'
import {clauseOpeners, openersOfPreposition} from './kinds.ts'
import type {Token} from './token.ts'

/** A place of a folded text, and what is around it. */
export interface Place {
  readonly text: string
  readonly start: number
  /** The token before it. */
  readonly last: Token | undefined
  /** Where the next licence name begins. */
  readonly nextName: number | undefined
}

/** The word of the grammar at a place; a character of text where there is none. */
export function wordToken(place: Place): Token {
  return besideName(place) ?? choiceToken(place) ?? verbToken(place) ?? plainWordToken(place)
}

/** Words that mean what they do only right before a name. */
function besideName({text, start, last, nextName}: Place): Token | undefined {
  if (nextName === undefined) return undefined
  const exclusion = exclusionAt(text, start)
  if (exclusion > 0 && start + exclusion === nextName)
    return {kind: 'verb', start, end: nextName, ...excluding}
  if (text.charAt(start) === '如' && last !== undefined && start + 1 === nextName)
    return {kind: 'example', start, end: nextName}
  const instead = insteadAt(text, start)
  return instead > 0 && start + instead === nextName ? {kind: 'or', start, end: nextName} : undefined
}

const excluding = {
  isAddition: false,
  isAlternative: false,
  asksForAll: false,
  isDenial: true,
  statesNeed: false,
  isFull: true,
}

function choiceToken({text, start}: Place): Token | undefined {
  const choice = choiceAt(text, start)
  return choice && {...choice, kind: 'choice', start, end: start + choice.length}
}

function verbToken(place: Place): Token | undefined {
  const {text, start, last} = place
  const verb = verbAt(text, start)
  if (!verb || (last?.kind === 'text' && isTold(text.slice(Math.max(0, start - 2), start)))) return undefined
  if (!verb.isFull && !verb.isDenial && !standsAsVerb(place, verb)) return undefined
  return {...verb, kind: 'verb', start, end: start + verb.length}
}

/** `需` alone is a verb before a name and where a clause begins; elsewhere it is part of a word. */
function standsAsVerb({start, last, nextName}: Place, {length, statesNeed}: Verb): boolean {
  return nextName === start + length || (statesNeed && (!last || clauseOpeners.has(last.kind)))
}

function plainWordToken(place: Place): Token {
  const {text, start} = place
  const word = wordAt(text, start)
  const kind = word && !isPreposition(place, word.text) ? word.kind : 'text'
  return {kind, start, end: start + (word?.text.length ?? 1)}
}

/** `与景区签订的协议`: where nothing stands before it, `与` joins nothing. */
function isPreposition({start, last, nextName}: Place, word: string): boolean {
  if (word !== '与' && word !== '和') return false
  return (!last || openersOfPreposition.has(last.kind)) && nextName !== start + 1
}
