// Measures start-up and throughput against bare node and a bare remark parse, in one run, and writes
// bench/RESULTS.md. Trust the ratios: both sides of each ran in turn on the same machine.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {manyRows} from './corpora/rows.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixture = join(root, 'fixtures/documents/service-categories.md')
const folder = mkdtempSync(join(tmpdir(), 'catalint-bench-'))
const isQuick = process.argv.includes('--quick')
// On Node 20 this variable makes every start slower, whatever is started.
const {NODE_EXTRA_CA_CERTS: _, ...env} = process.env

/** As the program itself is bundled. */
const small = {minifySyntax: true, minifyWhitespace: true, conditions: ['production', 'module']}

try {
  const parseOnly = await bundle('peers/parse.mjs', small)
  const plainParse = await bundle('peers/parse.mjs', {})
  const stages = await bundle('stages.mjs', small)
  const requirements = await bundle('requirements.mjs', small)
  const report = [...startUp(parseOnly, plainParse), ...throughput(stages), ...reading(requirements)].join(
    '\n',
  )
  console.log(report)
  if (!isQuick) writeFileSync(join(root, 'bench/RESULTS.md'), `${heading()}\n${report}\n`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

function startUp(parseOnly, plainParse) {
  const commands = [
    ['node -e 0', ['-e', '0']],
    [
      'a bundled script that only parses the fixture with remark, made small like catalint',
      [parseOnly, fixture],
    ],
    ['the same script, bundled with no options', [plainParse, fixture]],
    ['catalint --version', [join(root, 'dist/catalint.cjs'), '--version']],
    ['catalint on the fixture', [join(root, 'dist/catalint.cjs'), fixture]],
    ['catalint export on the fixture', [join(root, 'dist/catalint.cjs'), 'export', '--to', 'json', fixture]],
  ]
  const times = commands.map(() => [])
  for (let round = 0; round < (isQuick ? 5 : 31); round++) {
    // The first round warms the file system up and does not count.
    for (const [index, [, args]] of commands.entries()) {
      const time = wall(args)
      if (round > 0) times[index].push(time)
    }
  }
  const medians = times.map(median)
  return [
    '## Start-up',
    '',
    '| command | ms (median) | to bare node | to the bare parse |',
    '| --- | ---: | ---: | ---: |',
    ...commands.map(([name], index) => {
      const ratios = [0, 1].map((base) =>
        median(times[index].map((time, round) => time / times[base][round])),
      )
      return `| ${name} | ${medians[index].toFixed(0)} | ${ratios[0].toFixed(2)} | ${ratios[1].toFixed(2)} |`
    }),
    '',
  ]
}

function throughput(stages) {
  const sizes = isQuick ? [1000, 2000] : [1000, 10_000, 25_000, 50_000, 100_000]
  const rows = sizes.map((size) => ({size, ...stagesOf(stages, size)}))
  return [
    '## Throughput',
    '',
    'Milliseconds, medians of processes run in turn: a bare parse and the stages of catalint on the same text, the tables of the fixture with all their',
    'faults (2.8 findings a row) over and over. “Rules and dataset” is recognising, the rules and the dataset; “all” is reading, too.',
    '',
    '| rows | bare parse | reading | recognising | rules | dataset | rules and dataset to the parse | all to the parse |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({size, bare, read, recognise, lint, dataset}) => {
      const own = recognise + lint + dataset
      const ratios = [own / bare, (read + own) / bare].map((value) => value.toFixed(2))
      const figures = [bare, read, recognise, lint, dataset].map((value) => value.toFixed(0))
      return `| ${[size, ...figures, ...ratios].join(' | ')} |`
    }),
    '',
    '| growth | parse | rules and dataset |',
    '| --- | ---: | ---: |',
    ...rows.slice(1).map((row, index) => {
      const before = rows[index]
      const own = ({recognise, lint, dataset}) => recognise + lint + dataset
      const growth = (after, earlier) => (after / earlier) ** (1 / Math.log2(row.size / before.size))
      const figures = [growth(row.bare, before.bare), growth(own(row), own(before))]
      return `| ${before.size} to ${row.size} rows, per doubling | ${figures.map((value) => value.toFixed(2)).join(' | ')} |`
    }),
    '',
  ]
}

/** Reading qualification texts: how it grows with the length of one, and what the fixture's texts take. */
function reading(requirements) {
  const {stdout, stderr, status} = spawnSync(process.execPath, [requirements, fixture], {
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(stderr)
  const {results, fixture: all} = JSON.parse(stdout)
  return [
    '## Requirements',
    '',
    `Milliseconds to read one qualification text of growing length. The ${all.texts} texts of the fixture take ${all.ms.toFixed(1)} ms, each read once.`,
    '',
    '| text | 10 kB | 100 kB | 1,000 kB | growth, per tenfold |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...results.map(({kind, times}) => {
      const growth = Math.sqrt(times[2] / times[0])
      return `| ${[kind, ...times.map((time) => time.toFixed(0)), growth.toFixed(1)].join(' | ')} |`
    }),
    '',
  ]
}

/** Medians of several processes, since one may meet a busy machine. */
function stagesOf(stages, size) {
  const path = join(folder, `${size}.md`)
  writeFileSync(path, manyRows(size))
  const runs = Array.from({length: size > 20_000 ? 3 : 7}, () => {
    const [bare, own] = ['bare', 'catalint'].map((side) => {
      const {stdout, stderr, status} = spawnSync(process.execPath, [stages, path, side], {
        encoding: 'utf8',
        env,
      })
      if (status !== 0) throw new Error(stderr)
      return JSON.parse(stdout)
    })
    return {...bare, ...own}
  })
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]))
}

function wall(args) {
  const start = performance.now()
  const {status, stderr, error} = spawnSync(process.execPath, args, {env, cwd: root})
  if (error || status > 1) throw new Error(`${args.join(' ')}: ${error ?? stderr}`)
  return performance.now() - start
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

async function bundle(entry, options) {
  const outfile = join(folder, `${entry.replaceAll('/', '-')}-${Object.keys(options).length}.cjs`)
  await build({
    entryPoints: [join(root, 'bench', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    ...options,
  })
  return outfile
}

function heading() {
  const [cpu] = cpus()
  const day = new Date().toISOString().slice(0, 10)
  return `# Results

Written by \`npm run bench\` on ${day}: Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}. Times differ
from machine to machine; the ratios hold.
`
}
