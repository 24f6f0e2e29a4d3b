import type {Range} from '../text/range.ts'
import type {Node, Operator, Subject} from './syntax.ts'
import type {Token} from './tokens.ts'

/** What a clause or an item adds to the text. */
export interface Part {
  /** How it is joined to the part before it, where a word says so. */
  readonly join: Joint
  /** Null where only a label or a remark is given. */
  readonly node: Node | null
  /** The applicant that the parts after it hold for. */
  readonly when: Subject | null
  /** An operator at its end that has nothing to speak of in it: `《丙》（三选一）`. */
  readonly tail: Operator | null
  /** Whether it is the item of a list, and whether a header above asks for what is listed. */
  readonly isItem: boolean
  readonly isHeaded: boolean
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
  tail: null,
  isItem: false,
  isHeaded: false,
  isOpen: false,
  note: null,
  condition: null,
  appliesTo: null,
}

/** Without the connectives at either end, which join it to its neighbours. */
export function withoutJoints(tokens: readonly Token[]) {
  let start = 0
  let end = tokens.length
  let leading: Joint = null
  let trailing: Joint = null
  for (let token = tokens[start]; token && start < end && isJointOrBlank(token); token = tokens[++start]) {
    leading = jointOf(token) ?? leading
  }
  for (
    let token = tokens[end - 1];
    token && end > start && isJointOrBlank(token) && tokens[end - 2]?.kind !== 'colon';
    token = tokens[--end - 1]
  ) {
    trailing = jointOf(token) ?? (token.kind === 'enumeration' ? 'and' : trailing)
  }
  return {tokens: tokens.slice(start, end), leading, trailing}
}

function isJointOrBlank({kind}: Token): boolean {
  return /^(?:or|and|comma|enumeration|semicolon|stop|blank|feed)$/.test(kind)
}

function jointOf({kind}: Token): Joint {
  return kind === 'or' || kind === 'and' ? kind : null
}

/** How a verb joins what it asks for to what stands before it. */
export function jointOfVerb({adds, isOption}: Token & {readonly kind: 'verb'}): Joint {
  if (isOption) return 'or'
  return adds ? 'and' : null
}
