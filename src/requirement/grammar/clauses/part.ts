import type {Range} from '../../../text/range.ts'
import {waive} from '../nodes/map-terms.ts'
import type {Joint} from '../operands/joints.ts'
import type {Node, Operator, Subject} from '../syntax.ts'

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
  /** It is the item of a list. */
  readonly isItem: boolean
  /** A head above the list asks for what it lists. */
  readonly isHeaded: boolean
  /** How the parts after it are joined. */
  readonly operator: Operator | null
  /** It heads what comes after it, as a label, an applicant or `请上传以下资质` do. */
  readonly isHead: boolean
  /** A remark on what stands before it. */
  readonly note: Range | null
  /** What the part before it must cover or state. */
  readonly condition: Range | null
  /** The applicant that the part before it holds for. */
  readonly appliesTo: Subject | null
}

export const emptyPart: Part = {
  join: null,
  node: null,
  when: null,
  operator: null,
  tail: null,
  isItem: false,
  isHeaded: false,
  isHead: false,
  note: null,
  condition: null,
  appliesTo: null,
}

/** `如有请提供《甲》` */
export function withoutNeed(part: Part | null): Part | null {
  return part?.node ? {...part, node: waive(part.node)} : part
}
