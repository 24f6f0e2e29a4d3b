import {findInvisible} from '../../src/text/invisible.ts'
import type {Fact} from './facts.ts'

/** What a safe fix may change. */
export interface Change {
  /** What of a row that its findings name may differ; nothing where it is left out. */
  readonly fields?: readonly (keyof Fact)[]
  /** A text without the difference that there may be, so that the rest can be compared. */
  readonly rest?: (text: string) => string
  /** Whether the requirement is what the changed text asks for, rather than the same. */
  readonly rereads?: boolean
  /** Whether the rows that its findings name go. */
  readonly removesRows?: boolean
  /** What the edits of a finding stay within. */
  readonly reach: 'cell' | 'row' | 'line' | 'line and blank' | 'heading or cell'
}

const names = ['category', 'group', 'name'] as const

/** By rule, for all that have safe fixes. The section "What the fix may change" of a rule's page says the same. */
export const changes: Readonly<Record<string, Change>> = {
  'category-heading': {reach: 'heading or cell'},
  'cell-whitespace': {reach: 'cell'},
  'cjk-punctuation': {fields: ['qualification', 'note', 'requirement'], rest: withoutWidth, reach: 'cell'},
  'license-brackets': {fields: ['qualification'], rereads: true, rest: withoutMarks, reach: 'cell'},
  'license-spacing': {reach: 'cell'},
  'no-duplicate-key': {removesRows: true, reach: 'line'},
  'no-empty-row': {reach: 'line'},
  'no-invisible-character': {
    fields: [...names, 'qualification', 'note'],
    rereads: true,
    rest: withoutInvisible,
    reach: 'heading or cell',
  },
  'no-ragged-row': {reach: 'row'},
  'unused-directive': {reach: 'line and blank'},
  'requirement-ending': {fields: ['qualification', 'requirement'], rest: withoutEnding, reach: 'cell'},
}

/** The marks in one width, without the blanks beside them. */
function withoutWidth(text: string): string {
  return text
    .replace(/[ \t\u3000]*[（），；：／]/g, (mark) => mark.trim().normalize('NFKC'))
    .replace(/\s*([(),;:/])\s*/g, '$1')
    .trim()
}

function withoutMarks(text: string): string {
  return text.replace(/\s*[《》〈〉<>＜＞]+\s*/g, '')
}

function withoutInvisible(text: string): string {
  let visible = text
  for (const {index, length, replacement} of [...findInvisible(text)].reverse()) {
    visible = visible.slice(0, index) + replacement + visible.slice(index + length)
  }
  return visible.replace(/[\s\uFFFD]+/g, '')
}

function withoutEnding(text: string): string {
  return text.replace(/[。.；;，,、]$/, '')
}
