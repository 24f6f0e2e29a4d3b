// Rules that take time quadratic in the rows of a table, each in another way, for the guard to find.
import type {Row} from '../../src/document/model.ts'
import {defineRule, type Rule} from '../../src/rule.ts'

const nestedLoops = plant('planted-nested-loops', (rows) => {
  let equal = 0
  for (const row of rows) for (const other of rows) if (row.line === other.line) equal++
  return equal
})

const includes = plant('planted-includes', (rows) => {
  const lines = rows.map(({line}) => line)
  return rows.filter(({line}) => lines.includes(line)).length
})

const slice = plant('planted-slice', (rows) => rows.map((_, index) => rows.slice(index).length).length)

const spread = plant('planted-spread', (rows) => {
  let seen: readonly number[] = []
  for (const {line} of rows) seen = [...seen, line]
  return seen.length
})

const lookingBack = plant('planted-search', (rows, source) => {
  return rows.filter(({range}) => source.lastIndexOf('no such text', range.start) > 0).length
})

const matching = plant('planted-pattern', (rows, source) => {
  return rows.filter(({range}) => /no such text/.test(source.slice(range.start))).length
})

export const extraRules: readonly Rule[] = [nestedLoops, includes, slice, spread, lookingBack, matching]

function plant(id: string, work: (rows: readonly Row[], source: string) => number): Rule {
  return defineRule({
    id,
    summary: {en: 'Disallow nothing.', zh: '不禁止什么。'},
    level: 'info',
    messages: {},
    check({document}) {
      for (const {table} of document.tables) work(table.rows, document.markdown.source)
    },
  })
}
