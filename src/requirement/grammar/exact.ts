import type {Range} from '../../text/range.ts'

/** What an exact form says. It is how the printer writes what words alone would leave open. */
export type ExactRole = keyof typeof openings

/** A stretch whose meaning and wording are certain: `材料「…」`, `（条件：「…」）`. */
export interface ExactForm extends Range {
  readonly role: ExactRole
  /** Without the marks and escapes. */
  readonly value: string
}

const openings = {
  license: '证照',
  document: '材料',
  when: '情形',
  condition: '（条件：',
  issuer: '（发证机关：',
  alias: '（别名：',
  note: '（备注：',
  optional: '（必需：否）',
  ambiguous: '（有歧义）',
} as const

const roles = new Map<string, ExactRole>(
  Object.entries(openings).map(([role, opening]) => [opening, role as ExactRole]),
)

const form =
  /(证照|材料|情形|（(?:条件|发证机关|别名|备注)：)「((?:[^\\「」]|\\[\s\S])*)」(）?)|（必需：否）|（有歧义）/g

/** Finds the exact forms of a text. */
export function findExactForms(text: string): readonly ExactForm[] {
  const forms: ExactForm[] = []
  for (const {0: whole, 1: opening = whole, 2: value = '', 3: closing, index} of text.matchAll(form)) {
    const role = roles.get(opening)
    const isClosed = !opening.startsWith('（') || opening === whole || closing === '）'
    const end = index + whole.length - (closing === '）' && !opening.startsWith('（') ? 1 : 0)
    if (role && isClosed) forms.push({role, start: index, end, value: value.replace(/\\([\s\S])/g, '$1')})
  }
  return forms
}

/** Writes a value in an exact form. */
export function exactForm(role: ExactRole, value = ''): string {
  const opening = openings[role]
  if (opening.endsWith('）')) return opening
  return `${opening}「${value.replace(/[\\「」]/g, '\\$&')}」${opening.startsWith('（') ? '）' : ''}`
}
