import type {Row} from '../document/model.ts'
import {joinHan} from '../text/cjk.ts'
import type {ColumnContract, Role, TableContract} from './contract.ts'
import type {Column} from './model.ts'

/** Gives each header cell the role that its word has in the contract, each role at most once. */
export function assignRoles(header: Row, contract: TableContract): readonly Column[] {
  const words = header.cells.map(({content}) => headerWord(content.text))
  const roles = wholeWords(words, contract.columns)
  for (const [index, word] of words.entries()) {
    roles[index] ??= partialWord(word, roles, contract.columns)
  }
  const firstOf = firstIndexes(words)
  const roleAt = firstIndexes(roles)
  return header.cells.map((cell, index) => {
    const word = words[index] ?? ''
    const role = roles[index] ?? null
    const meant = contract.columns.find(({names}) => names.includes(word))?.role
    const first = firstOf.get(word) === index ? roleAt.get(meant) : firstOf.get(word)
    const repeats = role || word === '' ? null : (first ?? null)
    return {index, header: cell, label: cell.content.text.trim(), role, isPresumed: false, repeats}
  })
}

function firstIndexes<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const first = new Map<T, number>()
  for (const [index, item] of items.entries())
    if (item !== undefined && !first.has(item)) first.set(item, index)
  return first
}

/**
 * Gives required roles that no header word names to the columns without one, from the left: a misspelt header
 * must not cost the rows their names.
 */
export function presumeRoles(columns: readonly Column[], contract: TableContract): readonly Column[] {
  const missing = contract.columns
    .filter(({role, isRequired}) => isRequired && !columns.some((column) => column.role === role))
    .map(({role}) => role)
  return columns.map((column) => {
    const role = column.role ? undefined : missing.shift()
    return role ? {...column, role, isPresumed: true} : column
  })
}

/** A header word as the contract writes it: without width, case, blanks, marks or a remark in brackets. */
export function headerWord(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)|[:*]|\p{Cf}/gu, '')
  return joinHan(plain.trim()).replace(/\s+/g, ' ')
}

/**
 * Words of one meaning first. Of those with two (`二级类目` is the key unless `三级类目` stands beside it) the
 * rightmost takes the key, since levels are written from the left.
 */
function wholeWords(words: readonly string[], columns: readonly ColumnContract[]): (Role | undefined)[] {
  const candidates = words.map((word) =>
    columns.filter(({names}) => names.includes(word)).map(({role}) => role),
  )
  const taken = new Set<Role>()
  const roles: (Role | undefined)[] = words.map(() => undefined)
  const take = (index: number, wanted: readonly Role[]) => {
    const role = wanted.find((one) => !taken.has(one))
    if (!role || roles[index]) return
    taken.add(role)
    roles[index] = role
  }
  for (const [index, wanted] of candidates.entries()) if (wanted.length === 1) take(index, wanted)
  for (let index = words.length - 1; index >= 0; index--) {
    const wanted = candidates[index] ?? []
    if (wanted.length > 1 && words.indexOf(words[index] ?? '') === index) take(index, [...wanted].reverse())
  }
  return roles
}

function partialWord(
  word: string,
  roles: readonly (Role | undefined)[],
  columns: readonly ColumnContract[],
): Role | undefined {
  // `是否需要资质` asks a question; it is answered with yes or no.
  if (/是否/.test(word) || columns.some(({names}) => names.includes(word))) return undefined
  // `资质说明` states qualifications, `资质费用` does not.
  const stem = word.replace(
    /(?:要求|说明|說明|清单|清單|名称|列表|明细|文件|证明)$|\s(?:required|needed|details)$/,
    '',
  )
  return columns.find(
    ({role, parts = []}) => !roles.includes(role) && parts.some((part) => endsWith(stem, part)),
  )?.role
}

function endsWith(word: string, part: string): boolean {
  return word.endsWith(part) || word.endsWith(`${part}s`)
}
