import {describe, expect, it, test} from 'vitest'
import type {Rename} from '../../src/diff/model.ts'
import {diffDatasets} from '../../src/index.ts'
import {category, datasetOf, row} from '../export/build.ts'
import {license} from '../query/expressions.ts'
import {withoutPlaces} from './cases.ts'

const asked = {requirement: license('甲证'), qualification: '《甲证》'}

const before = datasetOf({
  'a.md': [
    category('a.md', '旅行', [row('签证'), row('机票', asked), row('租车')]),
    category('a.md', '教育', [row('驾校', {group: '职业'})]),
  ],
})

const after = datasetOf({
  'a.md': [
    category('a.md', '出行', [row('航班', asked)]),
    category('a.md', '教育', [row('驾驶', {group: '培训', ...asked})]),
    category('a.md', '旅行', [row('酒店')]),
  ],
})

function changes(renames: readonly Rename[]) {
  return diffDatasets(before, after, {renames}).changes.map(withoutPlaces)
}

describe('what the caller says', () => {
  it('goes before what the names say', () => {
    const told = changes([{from: ['旅行'], to: ['出行']}])
    expect(told).toContainEqual({
      kind: 'renamed',
      entity: 'category',
      from: ['旅行'],
      to: ['出行'],
      evidence: ['stated'],
    })
    expect(told).toContainEqual({
      kind: 'added',
      entity: 'category',
      path: ['旅行'],
      subcategories: [{name: '酒店', qualification: null, requirement: null}],
    })
  })

  it('takes rows from one category to another, whatever else has changed', () => {
    const told = changes([
      {from: ['旅行', '机票'], to: ['出行', '航班']},
      {from: ['教育', '职业', '驾校'], to: ['教育', '培训', '驾驶']},
    ])
    expect(told).toContainEqual({
      kind: 'renamed',
      entity: 'subcategory',
      from: ['旅行', '机票'],
      to: ['出行', '航班'],
      evidence: ['stated'],
    })
    expect(told).toContainEqual({
      kind: 'renamed',
      entity: 'subcategory',
      from: ['教育', '职业', '驾校'],
      to: ['教育', '培训', '驾驶'],
      evidence: ['stated'],
    })
    expect(told).toContainEqual({
      kind: 'changed',
      entity: 'requirement',
      path: ['教育', '培训', '驾驶'],
      pathBefore: ['教育', '职业', '驾校'],
      effect: 'tightened',
      before: null,
      after: license('甲证'),
      qualification: {before: null, after: '《甲证》'},
      licenses: {added: ['甲证'], removed: []},
    })
  })

  it('counts in any width and case', () => {
    const told = changes([{from: [' 旅行'], to: ['出 行']}])
    expect(told).toContainEqual(expect.objectContaining({kind: 'renamed', from: ['旅行'], to: ['出行']}))
  })

  test.each<[string, readonly Rename[], string]>([
    ['no such entry before', [{from: ['旅游'], to: ['出行']}], 'renames[0].from: is not in the old dataset'],
    ['no such entry after', [{from: ['旅行'], to: ['住宿']}], 'renames[0].to: is not in the new dataset'],
    [
      'no group',
      [{from: ['教育', '驾校'], to: ['教育', '培训', '驾驶']}],
      'renames[0].from: is not in the old dataset',
    ],
    [
      'a category for a row',
      [{from: ['旅行', '签证'], to: ['出行']}],
      'renames[0]: a category can only become a category, and a subcategory a subcategory',
    ],
    [
      'one for two',
      [
        {from: ['旅行'], to: ['出行']},
        {from: ['旅行'], to: ['旅行']},
      ],
      'renames[1].from: is renamed twice',
    ],
    [
      'two for one',
      [
        {from: ['旅行'], to: ['出行']},
        {from: ['教育'], to: ['出行']},
      ],
      'renames[1].to: is renamed twice',
    ],
    [
      'too many names',
      [{from: ['旅行', 'a', 'b', 'c'], to: ['出行', '航班']}],
      'renames[0].from: names more than a category, a group and a subcategory',
    ],
    ['nothing', [{from: [], to: []}], 'renames[0].from: is not in the old dataset'],
  ])('is refused where it names %s', (_what, renames, expected) => {
    expect(() => diffDatasets(before, after, {renames})).toThrow(expected)
  })
})
