import {join} from 'node:path'
import {documentationPage} from '../corpora/pages.mjs'
import {manyRows} from '../corpora/rows.mjs'
import {writeDocument} from '../corpora/write.mjs'
import {besideFirst, ratioOf, targets} from '../measure/figures.mjs'
import {inTurn, peakOf} from '../measure/processes.mjs'
import {catalint, node} from '../tools.mjs'
import {checkDataset} from '../work-done.mjs'

export const title = 'One document of 10 MB'

const heap = 12_288

export async function measure({folder, parse, isQuick}) {
  const bytes = isQuick ? 500_000 : 10_000_000
  const documents = {'category tables': tablesOf(bytes), 'category tables among documentation': mixed(bytes)}
  const lines = []
  for (const [kind, text] of Object.entries(documents)) {
    lines.push(...(await ofKind(kind, join(folder, kind.replaceAll(' ', '-')), text, parse, isQuick)))
  }
  return lines
}

async function ofKind(kind, cwd, text, parse, isQuick) {
  writeDocument(cwd, text)
  const rows = checkDataset(parse, cwd, 'document.md', heap)
  const tools = [
    node('bare parse', cwd, [parse, 'document.md'], heap),
    catalint(cwd, 'document.md'),
    node('catalint --no-fast', cwd, [...catalint(cwd, '--no-fast', 'document.md').argv], heap),
  ]
  const times = inTurn(tools, isQuick ? 1 : 3)
  const peaks = []
  for (const tool of tools) peaks.push(await peakOf(tool))
  return [
    `### ${kind[0].toUpperCase()}${kind.slice(1)}, ${rows} rows`,
    '',
    ...besideFirst(tools, times, peaks),
    ...targets([
      ['catalint to the bare parse', 0.4, ratioOf(times[1], times[0])],
      ['memory of catalint', 350, peaks[1], ' MiB'],
    ]),
  ]
}

function tablesOf(bytes) {
  const sample = manyRows(1000)
  return manyRows(Math.ceil((1000 * bytes) / Buffer.byteLength(sample)))
}

/** After each page a category, under a name of its own. */
function mixed(bytes) {
  const parts = []
  for (let size = 0, number = 0; size < bytes; number++) {
    const page = documentationPage(number).replace(/^---\n[\s\S]*?\n---\n/, '')
    const rows = Array.from({length: 20}, (_, index) => `| 业务${index} | 请上传《食品经营许可证》。 |\n`)
    const part = `${page}\n## 一级类目：类目${number}\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows.join('')}\n`
    parts.push(part)
    size += Buffer.byteLength(part)
  }
  return parts.join('')
}
