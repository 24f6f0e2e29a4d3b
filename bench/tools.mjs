// The tools that are measured: how each is called, and what shows that it did the work.
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {outputOf} from './measure/processes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const peers = join(root, 'bench/peers')
const installed = join(peers, 'node_modules')
const program = join(root, 'dist/catalint.cjs')

/** The built program. */
export function catalint(cwd, ...argv) {
  return node(`catalint ${argv.filter((word) => word.startsWith('--')).join(' ')}`.trim(), cwd, [
    program,
    ...argv,
  ])
}

/** @param heap what the heap may grow to in MiB: with what Node.js allows, large documents end it. */
export function node(name, cwd, argv, heap) {
  const flags = heap ? [`--max-old-space-size=${heap}`] : []
  return {name, command: process.execPath, cwd, argv: [...flags, ...argv]}
}

/** Installs the other linters where they are not yet, or other versions of them are. */
export function installPeers() {
  const mark = join(installed, '.package-lock.json')
  const wanted = JSON.parse(readFileSync(join(peers, 'package.json'), 'utf8')).dependencies
  const isThere =
    existsSync(mark) && Object.entries(wanted).every(([name, version]) => versionOf(name) === version)
  if (isThere) return
  const {status} = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', peers], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('the other linters cannot be installed')
}

export function versionOf(name) {
  const manifest = join(installed, name, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined
}

export const tableRules = ['MD055', 'MD056', 'MD058', 'MD060', 'MD075']
const rumdlOptions = ['check', '--no-config', '--no-cache', '--extend-enable', tableRules.join()]

/** The binary itself, without the script that npm puts before it. */
export function rumdl(cwd) {
  return {
    name: 'rumdl',
    command: rumdlBinary(),
    cwd,
    argv: [...rumdlOptions, '.'],
    files: counted(/ in (\d+) files? \(/),
  }
}

export function rumdlWrapper(cwd) {
  const tool = node('rumdl by npm', cwd, [join(installed, 'rumdl/bin/rumdl'), ...rumdlOptions, '.'])
  return {...tool, files: counted(/ in (\d+) files? \(/)}
}

/** With no more than so much memory, for documents that would else take all that there is. */
export function boundedRumdl(cwd, gibibytes) {
  const tool = rumdl(cwd)
  const limit = `ulimit -v ${gibibytes * 1024 * 1024}; exec "$0" "$@"`
  return {...tool, command: 'sh', argv: ['-c', limit, tool.command, ...tool.argv], timeout: 60_000}
}

function rumdlBinary() {
  const machine = `${process.platform}-${process.arch}`
  const directories = [machine, `${machine}-musl`].map((name) => join(installed, '@rumdl', `cli-${name}`))
  const directory = directories.find(existsSync)
  if (!directory) throw new Error(`rumdl has no program for ${machine}`)
  return join(directory, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl')
}

export function markdownlint(cwd) {
  const tool = node('markdownlint-cli2', cwd, [
    join(installed, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
    '**/*.md',
  ])
  return {...tool, files: counted(/^Linting: (\d+) file/m)}
}

export function remarkCli(cwd) {
  const argv = ['--rc-path', join(peers, 'remarkrc.json'), '--no-color', '.']
  const tool = node('remark-cli with presets', cwd, [join(installed, 'remark-cli/cli.js'), ...argv])
  return {...tool, files: ({stderr}) => new Set(stderr.match(/^\S.*\.md(?=$|: no issues found$)/gm)).size}
}

export function textlint(cwd) {
  const options = [
    '--config',
    join(peers, 'textlintrc.json'),
    '--rules-base-directory',
    installed,
    '--format',
    'json',
  ]
  const tool = node('textlint', cwd, [join(installed, 'textlint/bin/textlint.js'), ...options, '**/*.md'])
  return {...tool, files: listed}
}

export function eslint(cwd) {
  const options = ['--config', join(peers, 'eslint.config.mjs'), '--format', 'json']
  const tool = node('eslint with @eslint/markdown', cwd, [
    join(installed, 'eslint/bin/eslint.js'),
    ...options,
    '.',
  ])
  return {...tool, files: listed}
}

function listed({stdout}) {
  return JSON.parse(stdout).length
}

function counted(pattern) {
  return ({stdout, stderr}) => Number(pattern.exec(stdout + stderr)?.[1])
}

/** Whether a tool gets to the end. Some do not, of one document among many or of a large one. */
export function finishes(tool) {
  try {
    outputOf(tool)
    return true
  } catch {
    return false
  }
}

/** Fails where a tool did not look at so many files. */
export function checkFiles(tool, count) {
  const files = tool.files(outputOf(tool))
  if (files !== count) throw new Error(`${tool.name} looked at ${files} files, not ${count}`)
}

/** Bundles a script of `inside/` as the program itself is bundled. */
export async function bundle(folder, name) {
  const outfile = join(folder, `${name}.cjs`)
  await build({
    entryPoints: [join(root, `bench/inside/${name}.mjs`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    minifySyntax: true,
    minifyWhitespace: true,
    conditions: ['production', 'module'],
  })
  return outfile
}
