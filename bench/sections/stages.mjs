import {join} from 'node:path'
import {manyRows} from '../corpora/rows.mjs'
import {writeDocument} from '../corpora/write.mjs'
import {median, table} from '../measure/figures.mjs'
import {outputOf} from '../measure/processes.mjs'
import {bundle, node} from '../tools.mjs'

export const title = 'Stages'

/** What each stage takes in process, and a bare parse of the same text in a process of its own. */
export async function measure({folder, isQuick}) {
  const script = await bundle(folder, 'stages')
  const sizes = isQuick ? [1000] : [1000, 10_000, 50_000]
  const kinds = ['bare', 'read', 'recognise', 'lint', 'dataset']
  return [
    'Milliseconds, medians of processes: the tables of the fixture with all their faults over and over.',
    '',
    ...table(
      ['rows', 'bare parse', 'reading', 'recognising', 'rules', 'dataset'],
      sizes.map((size) => {
        const runs = Array.from({length: isQuick ? 1 : 5}, () =>
          stagesOf(join(folder, `stages-${size}`), script, size),
        )
        return [size, ...kinds.map((kind) => median(runs.map((run) => run[kind])).toFixed(0))]
      }),
    ),
  ]
}

function stagesOf(cwd, script, size) {
  writeDocument(cwd, manyRows(size))
  const [bare, own] = ['bare', 'catalint'].map((side) =>
    JSON.parse(outputOf(node('stages', cwd, [script, 'document.md', side], 8192)).stdout),
  )
  return {...bare, ...own}
}
