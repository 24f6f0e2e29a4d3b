import type {Dataset} from '../../src/dataset/entries.ts'
import type {RequirementExpression} from '../../src/requirement/expression.ts'
import {category, datasetOf, row} from './build.ts'

/** Every shape of a requirement and every property of a term, one inside the other. */
export const everyShape: RequirementExpression = {
  all: [
    {
      license: '甲证',
      canonical: '新甲证',
      status: 'renamed',
      condition: '经营范围含甲',
      issuer: '央行',
      aliases: ['甲照', '甲牌'],
      note: '原件',
    },
    {
      any: [
        {
          document: '备案证明',
          condition: '在有效期内',
          issuer: '交通部门',
          aliases: ['备案表'],
          note: '复印件',
        },
        {license: '乙证', status: 'abolished'},
        {
          cases: [
            {when: '旅行社', require: {all: [{license: '丙证'}, {license: '丁证', required: false}]}},
            {
              when: '非旅行社',
              require: {
                cases: [
                  {when: '境内', require: {document: '承诺书'}},
                  {when: '境外', require: {all: []}},
                ],
                ambiguous: true,
              },
            },
          ],
        },
      ],
      ambiguous: true,
    },
  ],
  ambiguous: true,
}

/** Three hundred choices of two in one text: more alternatives than anyone can list. */
export const unlistable: RequirementExpression = {
  all: Array.from({length: 300}, (_, index) => ({
    any: [{license: `左${index}`}, {license: `右${index}`}],
  })),
}

/** A dataset by hand: rows that repeat, names that are missing, requirements of all shapes. */
export const byHand: Dataset = datasetOf({
  'docs/a.md': [
    category('docs/a.md', '甲', [
      row('一', {requirement: everyShape, group: '组', note: '备注', problems: ['license-spacing']}),
      row('一', {requirement: everyShape, group: '组'}),
      row('一', {requirement: {license: '甲证'}}),
      row('', {requirement: {document: '说明'}}),
      row('二'),
      row('二', {note: null}),
      row('不能列', {requirement: unlistable}),
      row('无需', {requirement: {all: []}}),
      row('可有可无', {requirement: {license: '甲证', required: false}}),
      row('任一', {requirement: {any: [{license: '甲证'}, {all: [{license: '乙证'}, {license: '甲证'}]}]}}),
    ]),
    {...category('docs/a.md', '', []), problems: ['category-heading', 'no-empty-category']},
    category('docs/a.md', null, [row('一', {requirement: {license: '甲证', condition: '含乙'}})]),
  ],
  'docs/b.md': [
    category('docs/b.md', '甲', [row('一', {requirement: {license: '甲证'}}), row('组', {group: '组'})]),
    category('docs/b.md', '甲', [
      row('一', {requirement: {license: '戊证', canonical: '甲证', status: 'informal'}}),
    ]),
  ],
  'docs/empty.md': [],
})

/** Rows without doubt, and rows with doubt at the top, in a list and in a case. */
export const doubtful: Dataset = datasetOf({
  'a.md': [
    category('a.md', '甲', [
      row('一'),
      row('二', {requirement: {all: [{any: [{license: '甲证'}]}]}}),
      row('三', {requirement: {any: [{license: '甲证'}], ambiguous: true}}),
      row('四', {requirement: {all: [{license: '甲证'}, {all: [], ambiguous: true}]}}),
      row('五', {
        requirement: {cases: [{when: '企业', require: {any: [{license: '甲证'}], ambiguous: true}}]},
      }),
    ]),
  ],
})

/** Two documents of one path, as a file and standard input may have, and two licences of one name. */
export const repeated: Dataset = repeat(
  datasetOf({'a.md': [category('a.md', '甲', [row('一', {requirement: {license: '甲证'}})])]}),
)

function repeat(dataset: Dataset): Dataset {
  const {documents, licenses} = dataset
  return {...dataset, documents: [...documents, ...documents], licenses: [...licenses, ...licenses]}
}

/** Names that mean something to someone: to a spreadsheet, a shell, a browser, a terminal, a database, an IRI. */
export const hostileNames: readonly string[] = [
  '"',
  '""",\r\n"x","y"',
  "'; DROP TABLE categories; --",
  "\\'; DROP TABLE categories; --\\",
  "=cmd()|'/c calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  'a,b;c|d',
  '一\n二',
  '</script><script>alert(1)</script>',
  '\u202Etxt.exe',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'a\uDC00b',
  '\uFFFD',
  '\u001B[31m',
  '👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '𠮷',
  '\uFEFF',
  '\u2028\u2029\u0085',
  '../../etc/passwd',
  'a/b',
  'a%2Fb',
  'a~2',
  'a',
  '#x?y',
  'urn:catalint:licenses',
  '@id',
  '_:b0',
  'null',
  'NULL',
  '\\N',
  'true',
  '0',
  '__proto__',
  'constructor',
  '$1$&',
  '{"a":1}',
  ' ',
  '长'.repeat(20_000),
]

/** Each hostile name in each place. */
export const hostile: Dataset = datasetOf({
  'a.md': hostileNames.map((name) =>
    category('a.md', name, [
      row(name, {
        group: name,
        note: name,
        requirement: {license: name, condition: name, issuer: name, note: name},
      }),
      row(name, {requirement: {cases: [{when: name, require: {document: name, aliases: [name]}}]}}),
      row(name, {requirement: {license: name}}),
    ]),
  ),
  ...Object.fromEntries(
    hostileNames.map(
      (name) => [name, [category(name, 'a', [row('a', {requirement: {license: 'a'}})])]] as const,
    ),
  ),
})
