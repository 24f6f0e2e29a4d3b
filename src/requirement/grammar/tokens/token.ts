import type {Range} from '../../../text/range.ts'
import type {ExactRole} from '../exact.ts'
import type {Verb} from '../lexicon/verbs.ts'
import type {WordKind} from '../lexicon/words.ts'

/** A piece of a qualification text. Tokens follow each other and leave nothing out. */
export type Token = Range &
  (
    | {readonly kind: PlainKind}
    | {readonly kind: 'license'; readonly name: Range; readonly words: string}
    /** A form whose meaning and wording are certain. */
    | {readonly kind: 'exact'; readonly role: ExactRole; readonly value: string}
    /** Brackets and what they hold. */
    | {readonly kind: 'group'; readonly inner: readonly Token[]}
    | {readonly kind: 'marker'; readonly style: string; readonly number: number}
    | {readonly kind: 'choice'; readonly count: number; readonly total: number | null}
    | ({readonly kind: 'verb'} & Omit<Verb, 'length'>)
  )

export type PlainKind =
  | Exclude<WordKind, 'text'>
  | 'text'
  /** Between quotation marks, where no word is one of the grammar. */
  | 'quote'
  | 'blank'
  | 'feed'
  | 'comma'
  | 'enumeration'
  | 'semicolon'
  | 'stop'
  | 'colon'

export type TokenOf<Kind extends Token['kind']> = Token & {readonly kind: Kind}
