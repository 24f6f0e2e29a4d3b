// Measures runs with --cache over 2,000 documents, and writes bench/CACHE.md. Trust the ratios: all runs were made in
// turn on the same machine. `npm run build` first.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'dist/catalint.cjs')
const folder = mkdtempSync(join(tmpdir(), 'catalint-bench-'))
const catalogue = readFileSync(join(root, 'fixtures/documents/service-categories.md'), 'utf8')
const count = 2000
const rounds = 3

try {
  const mended = fixed(catalogue)
  const rows = [
    measure('one category each, with all faults', categories(catalogue)),
    measure('one category each, fixed', categories(mended)),
    measure('the catalogue, fixed', [mended]),
  ]
  const report = `${heading()}\n${table(rows)}\n`
  console.log(report)
  writeFileSync(join(root, 'bench/CACHE.md'), report)
} finally {
  rmSync(folder, {recursive: true, force: true})
}

/** The text after all fixes, suggestions too. */
function fixed(text) {
  const {stdout} = spawnSync(process.execPath, [program, '--fix-suggestions', '-'], {
    input: text,
    encoding: 'utf8',
  })
  return stdout
}

function categories(text) {
  return text.split(/^(?=## )/m).slice(1)
}

/** Medians over rounds: without a cache, with an empty one, with a full one, and when one document of a hundred changed. */
function measure(name, texts) {
  const directory = join(folder, name.replaceAll(/\W+/g, '-'))
  const paths = Array.from({length: count}, (_, index) => join(directory, `${index % 40}`, `${index}.md`))
  const write = (index, mark) =>
    writeFileSync(paths[index], `# 服务类目 ${index}${mark}\n\n${texts[index % texts.length]}`)
  for (const [index, path] of paths.entries()) {
    mkdirSync(dirname(path), {recursive: true})
    write(index, '')
  }
  const times = {without: [], first: [], second: [], some: []}
  let findings = 0
  for (let round = 0; round < rounds; round++) {
    rmSync(join(directory, '.catalintcache'), {force: true})
    times.without.push(wall(directory, []))
    times.first.push(wall(directory, ['--cache']))
    times.second.push(wall(directory, ['--cache']))
    for (let index = 0; index < count; index += 100) write(index, ` ${round}`)
    times.some.push(wall(directory, ['--cache']))
    findings = summary(directory)
  }
  const size = paths.reduce((sum, path) => sum + statSync(path).size, 0) / count
  const file = statSync(join(directory, '.catalintcache')).size
  const medians = Object.fromEntries(Object.entries(times).map(([key, values]) => [key, median(values)]))
  const ratio = median(times.second.map((time, round) => time / times.first[round]))
  return {name, size, findings: findings / count, file, ratio, ...medians}
}

function wall(cwd, argv) {
  const start = performance.now()
  const {status, stderr, error} = spawnSync(process.execPath, [program, ...argv, '.'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (error || status > 1) throw new Error(`${argv.join(' ')}: ${error ?? stderr}`)
  return performance.now() - start
}

function summary(cwd) {
  const {stdout} = spawnSync(process.execPath, [program, '--cache', '.'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  return [
    ...(stdout.match(/^.* in .*\d+ files.*$/m)?.[0] ?? '').matchAll(/(\d+) (?:error|warning|info)s?\b/g),
  ].reduce((sum, [, number]) => sum + Number(number), 0)
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function table(rows) {
  const seconds = (time) => (time / 1000).toFixed(2)
  return [
    '| documents | KB each | findings each | without | first | second | second to first | 20 changed | file |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({name, size, findings, file, ratio, ...times}) => {
      const head = [name, (size / 1024).toFixed(1), findings.toFixed(1)]
      const figures = [times.without, times.first, times.second].map(seconds)
      const tail = [ratio.toFixed(3), seconds(times.some), `${(file / 1024 / 1024).toFixed(1)} MB`]
      return `| ${[...head, ...figures, ...tail].join(' | ')} |`
    }),
  ].join('\n')
}

function heading() {
  const [cpu] = cpus()
  const day = new Date().toISOString().slice(0, 10)
  return `# Runs with a cache

Written by \`node bench/cache.mjs\` on ${day}: Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}. Seconds that whole
processes took over ${count} documents, medians of ${rounds}: without \`--cache\`, with an empty cache, with a full one, and after 20 documents changed.
The documents are made of the fixture’s catalogue. Times differ from machine to machine; the ratios hold.
`
}
