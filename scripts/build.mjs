// Builds dist/: the library, its types, the program, and the licences of what that holds.
import {execFileSync, spawnSync} from 'node:child_process'
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire, isBuiltin} from 'node:module'
import {dirname, join} from 'node:path'
import {argv, execPath} from 'node:process'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {licences} from './licences.mjs'
import {bundleProgram} from './program.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What package.json exports. */
const entries = ['src/index.ts', 'src/remark.ts']

/** Small packages that the library holds itself, as the program does: npm need not install them. */
const held = {'fastest-levenshtein': join(root, 'node_modules/fastest-levenshtein/esm/mod.js')}

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  metafile: true,
  logLevel: 'warning',
  // Without these some packages would bring their development code, with its assertions.
  conditions: ['production', 'module'],
  // A package without `exports` may have a main file that asks for others by a name which no bundler sees.
  mainFields: ['module', 'main'],
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const directory = join(root, 'dist')
  rmSync(directory, {recursive: true, force: true})
  await Promise.all([buildProgram(directory), buildLibrary(directory)])
  buildTypes(directory)
  runOnce(directory)
}

/** Bundles the program, and writes down the licences of what it holds. Gives each of its files with what that holds. */
export async function buildProgram(directory) {
  const files = await bundleProgram(directory)
  const used = files.flatMap(({holds}) => holds)
  checkVariants(used)
  writeFileSync(join(directory, 'THIRD-PARTY-LICENSES.txt'), licences(used, root))
  return files
}

/** Bundles the library's entries around what they share. Other packages stay outside: npm installs them. */
async function buildLibrary(directory) {
  const {metafile} = await build({
    ...common,
    entryPoints: entries,
    outdir: directory,
    format: 'esm',
    packages: 'external',
    alias: held,
    splitting: true,
    chunkNames: 'shared-[hash]',
    charset: 'utf8',
  })
  checkDependencies(metafile)
}

function buildTypes(directory) {
  const require = createRequire(import.meta.url)
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  const options = ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(directory, 'types')]
  execFileSync(execPath, [compiler, ...options], {stdio: 'inherit'})
  const types = join(directory, 'types')
  const needed = new Set()
  for (const entry of entries) gatherTypes(join(types, entry.replace(/\.ts$/, '.d.ts')), needed)
  for (const file of readdirSync(types, {recursive: true, withFileTypes: true})) {
    const path = join(file.parentPath, file.name)
    if (file.isFile() && !needed.has(path)) rmSync(path)
  }
}

/** Follows the imports of a declaration file. What they do not reach is the library's own affair. */
function gatherTypes(path, needed) {
  if (needed.has(path)) return
  needed.add(path)
  const imports = readFileSync(path, 'utf8').matchAll(/\b(?:from |import\()['"]([^'"]+)['"]/g)
  for (const [, specifier] of imports) {
    if (!specifier.startsWith('.')) checkDependency(path, specifier, ['@types/'])
    else gatherTypes(join(dirname(path), specifier.replace(/\.ts$/, '.d.ts')), needed)
  }
}

function checkVariants(paths) {
  const wrong = paths.filter((path) => /node_modules\/.*(?:\/dev\/|\.dom\.js$|\.browser\.)/.test(path))
  if (wrong.length > 0)
    throw new Error(`the bundle holds code for development or browsers:\n${wrong.join('\n')}`)
}

function checkDependencies(metafile) {
  for (const [output, {imports}] of Object.entries(metafile.outputs)) {
    for (const {path, external} of imports) if (external) checkDependency(output, path)
  }
}

/** What the library or its types import has to be installed along with it. */
function checkDependency(importer, specifier, prefixes = []) {
  if (/^(?:node:)?(?:fs|child_process)\b/.test(specifier)) {
    throw new Error(`${importer} imports ${specifier}, but the library reads and writes no files`)
  }
  if (isBuiltin(specifier)) return
  const name = specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? specifier
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  if (['', ...prefixes].some((prefix) => Object.hasOwn(dependencies, prefix + name))) return
  throw new Error(`${importer} imports ${specifier}, which package.json does not list under dependencies`)
}

/** What the first run keeps of the program is there then for who works in a clone. It is no part of the package. */
function runOnce(directory) {
  const document = join(root, 'fixtures/documents/service-categories.md')
  spawnSync(execPath, [join(directory, 'catalint.cjs'), '--no-config', document], {stdio: 'ignore'})
}
