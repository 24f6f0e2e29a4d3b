import type {Problem} from '../shape/problem.ts'
import {list, object, type Shape, text} from '../shape/shapes.ts'
import {nameKey} from '../text/normalize.ts'
import type {Rename} from './model.ts'
import {categoryKey, type Side, type SideRow} from './side.ts'

/** The renames that are of categories, and those that are of rows. */
export function splitRenames(renames: readonly Rename[]) {
  const isOfCategory = ({from}: Rename) => from.length === 1
  return {
    categories: renames.filter(isOfCategory),
    rows: renames.filter((rename) => !isOfCategory(rename)),
  }
}

/** The rows that a path leads to; more than one where it is stated more than once. */
export function rowsAt({categories}: Side, path: readonly string[]): readonly SideRow[] {
  const [category = '', ...rest] = path
  const name = nameKey(rest.at(-1) ?? '')
  const group = nameKey(rest.length > 1 ? (rest[0] ?? '') : '')
  const key = categoryKey(category)
  return categories
    .filter((one) => one.key === key)
    .flatMap(({rows}) => rows.filter((row) => row.key === name && row.group === group))
}

/** The list of renames as it must be. */
export const renamesShape: Shape = list(
  object(
    new Map([
      ['from', list(text, {minimum: 1})],
      ['to', list(text, {minimum: 1})],
    ]),
    ['from', 'to'],
  ),
)

/** What keeps renames from being those of two datasets. */
export function* renameProblems(before: Side, after: Side, renames: readonly Rename[]): Iterable<Problem> {
  const taken = new Set<string>()
  for (const [index, {from, to}] of renames.entries()) {
    if ((from.length === 1) !== (to.length === 1)) yield {path: [index], message: twoKinds}
    const ends = [
      {end: 'from', path: from, side: before, missing: notBefore},
      {end: 'to', path: to, side: after, missing: notAfter},
    ] as const
    for (const {end, path, side, missing} of ends) {
      const key = JSON.stringify([end, ...path.map(nameKey)])
      if (path.length > 3) yield {path: [index, end], message: tooLong}
      else if (!isIn(side, path)) yield {path: [index, end], message: missing}
      else if (taken.has(key)) yield {path: [index, end], message: twice}
      taken.add(key)
    }
  }
}

function isIn(side: Side, path: readonly string[]): boolean {
  if (path.length > 1) return rowsAt(side, path).length > 0
  const key = categoryKey(path[0] ?? null)
  return side.categories.some((category) => category.key === key)
}

const twoKinds = {
  en: 'a category can only become a category, and a subcategory a subcategory',
  zh: '类目只能改名为类目，二级类目只能改名为二级类目',
}

const tooLong = {
  en: 'names more than a category, a group and a subcategory',
  zh: '最多只能写类目、分组和二级类目三级',
}

const notBefore = {en: 'is not in the old dataset', zh: '不在旧数据中'}

const notAfter = {en: 'is not in the new dataset', zh: '不在新数据中'}

const twice = {en: 'is renamed twice', zh: '被重复改名'}
