import {isFiller} from '../lexicon/fillers.ts'
import {operatorIn} from '../operands/operators.ts'
import type {Reading} from '../syntax.ts'
import {beforeHeading, clauseEnds, inHeading} from '../tokens/kinds.ts'
import {textIn} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'

/** `请上传以下资质`, `任选其一`: words that head a list and name nothing. */
export function isHeading({folded}: Reading, words: readonly Token[]): boolean {
  const texts = words.filter(({kind}) => kind === 'text')
  const others = words.filter(({kind}) => kind !== 'text')
  if (others.some((token) => !inHeading.has(token.kind) && operatorIn([token]) === null)) return false
  return others.length > 0 && texts.every((token) => isFiller(textIn(folded, [token])))
}

/**
 * For each place, whether what follows up to the end of the clause is the heading of a list: `以下二选一：` in
 * `《甲》，以及以下二选一：`.
 */
export function headingStarts({folded}: Reading, tokens: readonly Token[]): readonly boolean[] {
  const starts: boolean[] = []
  let isPossible = true
  let speaksOfList = false
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    if (!token) continue
    // `注：以上任选其一`
    const isNote = token.kind === 'note' || (token.kind === 'colon' && tokens[index - 1]?.kind === 'note')
    if (!isNote && (token.kind === 'colon' || clauseEnds.has(token.kind))) {
      isPossible = true
      speaksOfList = false
    } else if (token.kind === 'list' || operatorIn([token]) !== null) speaksOfList = true
    else if (token.kind === 'text') isPossible &&= isFiller(textIn(folded, [token]))
    else isPossible &&= isNote || beforeHeading.has(token.kind)
    starts[index] = isPossible && speaksOfList
  }
  return starts
}
