import type {Row} from '../document/model.ts'
import {joinHan} from '../text/cjk.ts'
import type {ColumnContract, TableContract} from './contract.ts'
import type {Column} from './model.ts'

/** The words of a header, cell by cell: the same for all contracts. */
export function wordsOfHeader(header: Row): readonly string[] {
  return header.cells.map(({content}) => headerWord(content.text))
}

/**
 * Gives each header cell the column that its word means in the contract, each column at most once.
 *
 * @param words of the header.
 */
export function assignColumns(
  header: Row,
  words: readonly string[],
  contract: TableContract,
): readonly Column[] {
  const meanings = wholeWords(words, contract.columns)
  for (const [index, word] of words.entries()) {
    meanings[index] ??= partialWord(word, meanings, contract.columns)
  }
  const firstOf = firstIndexes(words)
  const meaningAt = firstIndexes(meanings)
  return header.cells.map((cell, index) => {
    const word = words[index] ?? ''
    const meaning = meanings[index] ?? null
    const meant = contract.columns.find(({names}) => names.includes(word))
    const first = firstOf.get(word) === index ? meaningAt.get(meant) : firstOf.get(word)
    const repeats = meaning || word === '' ? null : (first ?? null)
    return {
      index,
      header: cell,
      label: cell.content.text.trim(),
      contract: meaning,
      role: meaning?.role ?? null,
      isPresumed: false,
      repeats,
    }
  })
}

function firstIndexes<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const first = new Map<T, number>()
  for (const [index, item] of items.entries())
    if (item !== undefined && !first.has(item)) first.set(item, index)
  return first
}

/**
 * Takes the columns that no header word names for those that are required and missing, from the left: a misspelt
 * header must not cost the rows their names.
 */
export function presumeColumns(columns: readonly Column[], contract: TableContract): readonly Column[] {
  const missing = missingColumns(columns, contract)
  return columns.map((column) => {
    const meaning = column.contract ? undefined : missing.shift()
    return meaning ? {...column, contract: meaning, role: meaning.role, isPresumed: true} : column
  })
}

/** The required columns that none of a table's columns means. */
export function missingColumns(columns: readonly Column[], contract: TableContract): ColumnContract[] {
  return contract.columns.filter(
    (wanted) => wanted.isRequired && !columns.some((column) => column.contract === wanted),
  )
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
function wholeWords(
  words: readonly string[],
  columns: readonly ColumnContract[],
): (ColumnContract | undefined)[] {
  const candidates = words.map((word) => columns.filter(({names}) => names.includes(word)))
  const taken = new Set<ColumnContract>()
  const meanings: (ColumnContract | undefined)[] = words.map(() => undefined)
  const take = (index: number, wanted: readonly ColumnContract[]) => {
    const meaning = wanted.find((one) => !taken.has(one))
    if (!meaning || meanings[index]) return
    taken.add(meaning)
    meanings[index] = meaning
  }
  for (const [index, wanted] of candidates.entries()) if (wanted.length === 1) take(index, wanted)
  for (let index = words.length - 1; index >= 0; index--) {
    const wanted = candidates[index] ?? []
    if (wanted.length > 1 && words.indexOf(words[index] ?? '') === index) take(index, [...wanted].reverse())
  }
  return meanings
}

function partialWord(
  word: string,
  taken: readonly (ColumnContract | undefined)[],
  columns: readonly ColumnContract[],
): ColumnContract | undefined {
  // `是否需要资质` asks a question; it is answered with yes or no.
  if (/是否/.test(word) || columns.some(({names}) => names.includes(word))) return undefined
  // `资质说明` states qualifications, `资质费用` does not.
  const stem = word.replace(
    /(?:要求|说明|說明|清单|清單|名称|列表|明细|文件|证明)$|\s(?:required|needed|details)$/,
    '',
  )
  return columns.find(
    (column) => !taken.includes(column) && column.parts.some((part) => endsWith(stem, part)),
  )
}

function endsWith(word: string, part: string): boolean {
  return word.endsWith(part) || word.endsWith(`${part}s`)
}
