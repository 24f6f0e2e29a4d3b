// Documents of category tables, made of the fixture.
import {readFileSync} from 'node:fs'

const fixture = readFileSync(
  new URL('../../fixtures/documents/service-categories.md', import.meta.url),
  'utf8',
)
const label = '## 一级类目：'
const head = `# 服务类目\n\n${label}金融业\n\n| 二级类目 | 资质 |\n| --- | --- |\n`

/** A document of so many rows: the fixture's tables over and over, each time under other category names. */
export function manyRows(count) {
  const lines = fixture.slice(fixture.indexOf(label)).trimEnd().split('\n')
  const document = []
  let rows = 0
  for (let round = 1; ; round++) {
    for (const line of lines) {
      if (isRow(line) && ++rows > count) return `${document.join('\n')}\n`
      document.push(line.replace(label, `${label}${round}-`))
    }
    document.push('')
  }
}

/** One table of so many rows, those of the fixture with their faults, each time under other names. */
export function oneTable(count) {
  const rows = fixture.split('\n').filter(isRow)
  const numbered = Array.from({length: count}, (_, index) => {
    const round = Math.floor(index / rows.length)
    return rows[index % rows.length].replace(/^(\|\s*[^|\s][^|]*)/, `$1${round || ''}`)
  })
  return `${head}${numbered.join('\n')}\n`
}

/** One table of so many rows with nothing to find in it. */
export function cleanRows(count) {
  const rows = Array.from({length: count}, (_, index) => `| 业务${index} | 请上传《食品经营许可证》。 |\n`)
  return `${head}${rows.join('')}`
}

/** The fixture as a document of its own. */
export function catalogue(number) {
  return `${fixture.trimEnd()}\n\n${number}\n`
}

const faults = [
  '| 业务甲 | 请上传《 食品经营许可证》。 |',
  '| 业务乙(线上) | 请上传《食品经营许可证》。 |',
  '| 业务丙 | |',
  '|  业务丁  | 请上传<<食品经营许可证>>。 |',
  '| 业务戊 | 请上传食品流通许可证或《营业执照》。 |',
  '| 业务己 | 请上传《食品卫生许可证》,《营业执照》。 |',
]

/** A page of one category, in which one to three rows have faults. */
export function categoryPage(number) {
  const clean = Array.from({length: 20}, (_, index) => `| 服务${index} | 请上传《营业执照》。 |`)
  const faulty = Array.from(
    {length: 1 + (number % 3)},
    (_, index) => faults[(number + index) % faults.length],
  )
  const rows = [...clean, ...faulty].join('\n')
  return `# 服务类目 ${number}\n\n## 一级类目：类目${number}\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows}\n`
}

function isRow(line) {
  return line.startsWith('|') && !line.startsWith('|--') && !line.includes('二级类目|')
}
