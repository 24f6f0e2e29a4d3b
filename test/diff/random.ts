import fc from 'fast-check'
import type {CategoryEntry, Dataset} from '../../src/dataset/entries.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {document, license} from '../query/expressions.ts'

/** Few names, some of them the same but for their width, so that they meet again everywhere. */
const categoryName = fc.constantFrom('电商', '电商服务', '美食', 'IT', 'ＩＴ', null)
const rowName = fc.constantFrom('旅游', '旅游局', '食品', '酒类', 'WiFi', 'ＷｉＦｉ', '其他', '')
const group = fc.constantFrom(undefined, undefined, '甲组', 'A组', 'Ａ组')

const asked = fc.constantFrom<RequirementExpression | null>(
  null,
  license('甲证'),
  license('乙证'),
  {all: [license('甲证'), license('乙证')]},
  {all: [license('乙证'), license('甲证')]},
  {any: [license('甲证'), license('乙证')]},
  {any: [{all: [license('甲证'), license('乙证')]}, license('丙证')], ambiguous: true},
  license('甲证', {condition: '含演出'}),
  document('证明'),
)

const entry = fc
  .record({name: rowName, group, requirement: asked, note: fc.constantFrom(null, '注', '注 ')})
  .map(({name, group, requirement, note}) =>
    row(name, {
      ...(group === undefined ? {} : {group}),
      note,
      requirement,
      qualification: requirement && JSON.stringify(requirement),
    }),
  )

const categories = (path: string): fc.Arbitrary<readonly CategoryEntry[]> =>
  fc.array(
    fc
      .record({name: categoryName, rows: fc.array(entry, {maxLength: 6})})
      .map(({name, rows}) => category(path, name, rows)),
    {maxLength: 4},
  )

/** Any dataset of up to three documents. */
export const anyDataset: fc.Arbitrary<Dataset> = fc
  .subarray(['a.md', 'b.md', 'c.md'], {minLength: 1})
  .chain((paths) => fc.tuple(...paths.map(categories)).map((each) => ({paths, each})))
  .map(({paths, each}) =>
    datasetOf(Object.fromEntries(paths.map((path, index) => [path, each[index] ?? []]))),
  )

/** A dataset and what someone made of it: some rows dropped, written anew, moved or put elsewhere. */
export const anyEdit: fc.Arbitrary<readonly [before: Dataset, after: Dataset]> = fc
  .tuple(anyDataset, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3), entry), {maxLength: 4}))
  .map(([before, edits]) => [before, edits.reduce(edited, before)])

type EntryEdit = readonly [
  from: number,
  to: number,
  what: number,
  entry: CategoryEntry['subcategories'][number],
]

function edited(dataset: Dataset, [from, to, what, fresh]: EntryEdit): Dataset {
  const {categories: all} = dataset
  if (all.length === 0) return dataset
  const [source, target] = [from % all.length, to % all.length]
  const rows = all[source]?.subcategories ?? []
  const taken = rows[to % Math.max(1, rows.length)]
  const changed = all.map((one, index) => {
    let own = one.subcategories
    if (index === source && what < 3)
      own = own.flatMap((each) => (each === taken ? replaced(what, each, fresh) : [each]))
    if (index === target && what === 2 && taken) own = [...own, taken]
    if (index === source && what === 3) return {...one, name: all[target]?.name ?? null}
    return {...one, subcategories: own}
  })
  return {...dataset, categories: changed}
}

function replaced(what: number, row: EntryEdit[3], fresh: EntryEdit[3]): readonly EntryEdit[3][] {
  return what === 0 ? [{...row, name: fresh.name}] : what === 1 ? [fresh] : []
}
