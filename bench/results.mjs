// Writes RESULTS.md: each section states when it was measured, and one that is measured again takes its place.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {versionOf} from './tools.mjs'

const file = new URL('RESULTS.md', import.meta.url)
const packages = [
  'remark-cli',
  'remark-parse',
  'remark-gfm',
  'markdownlint-cli2',
  'rumdl',
  'textlint',
  'eslint',
  '@eslint/markdown',
]

/** Puts a section in, among those that there are in the order of their titles. */
export function writeSection(title, lines, titles) {
  const known = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : []
  const sections = new Map(known.map((section) => [section.slice(3, section.indexOf('\n')), section]))
  sections.set(
    title,
    `## ${title}\n\nMeasured ${new Date().toISOString().slice(0, 10)}.\n\n${lines.join('\n')}\n`,
  )
  const written = titles.flatMap((name) => sections.get(name)?.trimEnd() ?? [])
  writeFileSync(file, `${heading()}\n${written.join('\n\n')}\n`)
}

function heading() {
  const [cpu] = cpus()
  const versions = packages.map((name) => `${name} ${versionOf(name)}`)
  return `# Results

Written by \`npm run bench\`: Node ${process.version}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}. Times are medians of whole
processes that ran in turn, ratios are medians of the ratios round by round. Times differ from machine to machine; the ratios hold. MiB is the most
memory that a process held.

Measured beside catalint: ${versions.join(', ')}. They are installed in \`bench/peers\` when the bench runs. markdownlint-cli2 is the last that runs on
Node 20.
`
}
