import type {Comment} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import type {Range} from '../text/range.ts'

/** What a comment can ask for, by its name. */
export const directiveNames = [
  'catalint-disable-line',
  'catalint-disable-next-line',
  'catalint-disable',
  'catalint-enable',
  'catalint-disable-file',
] as const

export type DirectiveName = (typeof directiveNames)[number]

/** A comment that asks for findings to be left out. */
export interface Directive {
  readonly comment: Comment
  /** Undefined where there is no directive of the name as written. */
  readonly name: DirectiveName | undefined
  readonly written: Word
  /** One for each rule that it names, or a single one for all rules. */
  readonly targets: readonly Target[]
}

/** What a directive is for: a rule, or all of them. */
export interface Target {
  readonly rule: string | null
  /** The rule's name, or the whole comment. */
  readonly range: Range
}

/** A piece of a comment. */
export interface Word extends Range {
  readonly text: string
}

/** Something that is wrong with a directive. */
export type DirectiveProblem = {
  readonly range: Range
  /** Takes the comment away, where that changes nothing else. */
  readonly removal?: Edit
} & (
  | {readonly kind: 'unused'}
  | {readonly kind: 'unusedName' | 'unopened'; readonly name: string}
  | {
      readonly kind: 'unknownDirective' | 'unknownRule'
      readonly name: string
      readonly nearest: string | undefined
    }
  | {readonly kind: 'endsTable'}
)
