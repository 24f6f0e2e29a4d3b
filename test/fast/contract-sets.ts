import {readFileSync} from 'node:fs'
import type {TableDeclarations} from '../../src/dataset/declaration.ts'

const declared = JSON.parse(readFileSync('fixtures/declared/tables.json', 'utf8')) as TableDeclarations

/** Declarations of each kind that the decision has to tell apart. */
export const contractSets: Readonly<Record<string, TableDeclarations>> = {
  'the built-in tables': {},
  'tables of an API': declared,
  'one required column': {names: {columns: [{name: '名称'}, {name: '备注', optional: true}]}},
  'two columns with one word': {
    levels: {
      columns: [
        {name: 'a', role: 'category', headers: ['级别']},
        {name: 'b', role: 'key', headers: ['级别', '名称']},
      ],
    },
  },
  'columns by endings': {
    fees: {
      columns: [
        {name: '项目', headerEndings: ['é', '项']},
        {name: '费用', headerEndings: ['fee', '費']},
      ],
    },
  },
  'a heading that announces': {
    prices: {
      heading: '价格|Prices',
      columns: [{name: '商品'}, {name: '价格'}, {name: '单位'}, {name: '产地'}],
    },
  },
  'labels of its own': {
    regions: {
      headings: [
        {role: 'category', label: 'Région №'},
        {role: 'group', label: '第一'},
        {role: 'category', label: 'x'},
      ],
      columns: [
        {name: 'city', role: 'key', headers: ['City', 'c|d', 'q&a']},
        {name: 'need', role: 'qualification', headers: ['Licence', '*']},
      ],
    },
    categories: false,
  },
  'labels that look like markup': {
    notes: {headings: [{role: 'category', label: '[甲]'}], columns: [{name: '乙'}, {name: '丙'}]},
  },
  'no required column': {
    loose: {
      headings: [{role: 'category', label: '区域'}],
      columns: [
        {name: '乙', optional: true},
        {name: '丁', optional: true},
      ],
    },
  },
}
