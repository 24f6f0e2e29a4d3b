import {readFileSync} from 'node:fs'

const fixture = readFileSync(new URL('../fixtures/documents/service-categories.md', import.meta.url), 'utf8')
const label = '## 一级类目：'

/** A document of so many rows: the fixture's tables over and over, each time under other category names. */
export function manyRows(count) {
  const lines = fixture.slice(fixture.indexOf(label)).trimEnd().split('\n')
  const document = []
  let rows = 0
  for (let round = 1; ; round++) {
    for (const line of lines) {
      const isRow = line.startsWith('|') && !line.startsWith('|--') && !line.includes('二级类目|')
      if (isRow && ++rows > count) return `${document.join('\n')}\n`
      document.push(line.replace(label, `${label}${round}-`))
    }
    document.push('')
  }
}
