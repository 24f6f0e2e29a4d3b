import {table} from '../measure/figures.mjs'
import {outputOf} from '../measure/processes.mjs'
import {bundle, node} from '../tools.mjs'

export const title = 'Requirements'

/** Reading qualification texts: how it grows with the length of one, and what the fixture's texts take. */
export async function measure({folder, fixture}) {
  const script = await bundle(folder, 'requirements')
  const {results, fixture: all} = JSON.parse(outputOf(node('requirements', folder, [script, fixture])).stdout)
  return [
    `Milliseconds to read one qualification text of growing length. The ${all.texts} texts of the fixture take ${all.ms.toFixed(1)} ms, each read once.`,
    '',
    ...table(
      ['text', '10 kB', '100 kB', '1,000 kB', 'growth, per tenfold'],
      results.map(({kind, times}) => [
        kind,
        ...times.map((time) => time.toFixed(0)),
        Math.sqrt(times[2] / times[0]).toFixed(1),
      ]),
    ),
  ]
}
