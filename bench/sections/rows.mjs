import {join} from 'node:path'
import {cleanRows, oneTable} from '../corpora/rows.mjs'
import {writeDocument} from '../corpora/write.mjs'
import {median, perDoubling, ratioOf, seconds, table, targets} from '../measure/figures.mjs'
import {inTurn, peakOf} from '../measure/processes.mjs'
import {boundedRumdl, catalint, finishes, node} from '../tools.mjs'
import {checkDataset} from '../work-done.mjs'

export const title = 'Rows in one table'

/** rumdl’s table rules take memory quadratic in rows with faults. */
const mostGibibytes = 8
const heap = 8192

export async function measure({folder, parse, isQuick}) {
  const sizes = isQuick ? [1000, 2000] : [5000, 10_000, 20_000, 50_000, 100_000]
  const kinds = [
    ['the fixture’s rows with their faults', oneTable],
    ['rows without a fault', cleanRows],
  ]
  const lines = []
  for (const [kind, make] of kinds) {
    const rows = []
    for (const size of sizes)
      rows.push(await ofSize(join(folder, `${size}-${make.name}`), make(size), size, parse, isQuick))
    lines.push(...report(kind, rows, isQuick))
  }
  return lines
}

async function ofSize(cwd, text, size, parse, isQuick) {
  writeDocument(cwd, text)
  checkDataset(parse, cwd, 'document.md', heap)
  const tools = [
    node('bare parse', cwd, [parse, 'document.md'], heap),
    catalint(cwd, 'document.md'),
    catalint(cwd, '--no-fast', 'document.md'),
    ...[boundedRumdl(cwd, mostGibibytes)].filter(finishes),
  ]
  const times = inTurn(tools, isQuick || size > 20_000 ? 3 : 5)
  const peaks = []
  for (const tool of tools) peaks.push(await peakOf(tool))
  return {size, times, peaks}
}

function report(kind, rows, isQuick) {
  const [bare, own, whole, other] = [0, 1, 2, 3]
  const figures = ({times, peaks}, tool) =>
    times[tool]
      ? `${seconds(median(times[tool]))} s, ${peaks[tool].toFixed(0)} MiB`
      : `more than ${mostGibibytes} GiB or a minute`
  const growth = rows
    .slice(1)
    .map((row, index) =>
      perDoubling(median(rows[index].times[own]), median(row.times[own]), row.size / rows[index].size),
    )
  const at = rows.find(({size}) => size === (isQuick ? 2000 : 50_000))
  return [
    `### ${kind[0].toUpperCase()}${kind.slice(1)}`,
    '',
    ...table(
      [
        'rows',
        'bare parse',
        'catalint',
        'catalint --no-fast',
        'rumdl',
        'catalint to the bare parse',
        'growth per doubling',
      ],
      rows.map((row, index) => [
        row.size,
        ...[bare, own, whole, other].map((tool) => figures(row, tool)),
        ratioOf(row.times[own], row.times[bare]).toFixed(2),
        index === 0 ? '–' : growth[index - 1].toFixed(2),
      ]),
    ),
    ...targets([
      [`growth per doubling, the greatest`, 2.2, Math.max(...growth)],
      [`${at.size} rows: catalint to the bare parse`, 0.5, ratioOf(at.times[own], at.times[bare])],
      [`${at.size} rows: memory of catalint`, 400, at.peaks[own], ' MiB'],
    ]),
  ]
}
