import {choiceStarts} from '../lexicon/choices.ts'
import {markerStarts} from '../lexicon/markers.ts'
import {escapeClass, lengthAt} from '../lexicon/patterns.ts'
import {verbStarts} from '../lexicon/verbs.ts'
import {wordStarts} from '../lexicon/words.ts'
import {closings} from './brackets.ts'
import {longMarkStarts, marks} from './marks.ts'
import {closingQuotes} from './quotes.ts'

const starts = [
  ...[marks, closings, closingQuotes].flatMap((table) => Object.keys(table)),
  ...[longMarkStarts, markerStarts, choiceStarts, verbStarts, wordStarts],
].join('')

const plainRun = new RegExp(`[^\\s${escapeClass(starts)}]+`, 'y')

/** How many characters follow at a place with which no mark, marker or word of the grammar begins. */
export function plainRunAt(text: string, start: number): number {
  return lengthAt(plainRun, text, start)
}
