import type {Range} from '../text/range.ts'
import {type Node, type Operator, type Subject, trim} from './syntax.ts'
import type {Token} from './tokens.ts'

/** What a clause or an item adds to the text. */
export interface Part {
  /** How it is joined to the part before it, where a word says so. */
  readonly join: Joint
  /** Null where only a label or a remark is given. */
  readonly node: Node | null
  /** The applicant that the parts after it hold for. */
  readonly when: Subject | null
  /** How the parts after it are joined. */
  readonly operator: Operator | null
  /** It opens a list: what comes after it belongs to it. */
  readonly isOpen: boolean
  /** A remark on what stands before it. */
  readonly note: Range | null
  /** What the part before it must cover or state. */
  readonly condition: Range | null
  /** The applicant that the part before it holds for. */
  readonly appliesTo: Subject | null
}

/** A word between parts; null where there is none. */
export type Joint = 'or' | 'and' | null

export const emptyPart: Part = {
  join: null,
  node: null,
  when: null,
  operator: null,
  isOpen: false,
  note: null,
  condition: null,
  appliesTo: null,
}

/** Without the connectives at either end, which join it to its neighbours. */
export function withoutJoints(tokens: readonly Token[]) {
  let words = trim(tokens)
  let leading: Joint = null
  let trailing: Joint = null
  while (words[0] && isJoint(words[0])) {
    leading = jointOf(words[0]) ?? leading
    words = trim(words.slice(1))
  }
  for (let last = words.at(-1); last && isJoint(last); last = words.at(-1)) {
    trailing = jointOf(last) ?? (last.kind === 'enumeration' ? 'and' : trailing)
    words = trim(words.slice(0, -1))
  }
  return {tokens: words, leading, trailing}
}

function isJoint({kind}: Token): boolean {
  return /^(?:or|and|comma|enumeration|semicolon|stop)$/.test(kind)
}

function jointOf({kind}: Token): Joint {
  return kind === 'or' || kind === 'and' ? kind : null
}

/** How a verb joins what it asks for to what stands before it. */
export function jointOfVerb({adds, isOption}: Token & {readonly kind: 'verb'}): Joint {
  if (isOption) return 'or'
  return adds ? 'and' : null
}
