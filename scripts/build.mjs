// Builds dist/: the library, its types, the program in one file, and the licences of what that file holds.
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire, isBuiltin} from 'node:module'
import {dirname, join, resolve} from 'node:path'
import {argv, execPath} from 'node:process'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What package.json exports. */
const entries = ['src/index.ts', 'src/remark.ts']

/** Small packages that the library holds itself, as the program does: npm need not install them. */
const held = {'fastest-levenshtein': join(root, 'node_modules/fastest-levenshtein/esm/mod.js')}

/** Large packages that only configurations need. Each is a file of its own, so that other runs do not read it. */
const apart = ['jsonc-parser', 're2js', 'smol-toml', 'yaml']

/** What stands for the build's digest until that is known. */
const buildMark = '(the digest of this build)'

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
}

/** Bundles the program. What a run does not use of the file is left lying in it, unread. */
export async function buildProgram(directory) {
  const outfile = join(directory, 'catalint.cjs')
  const small = {format: 'cjs', minifySyntax: true, minifyWhitespace: true, legalComments: 'none'}
  const packages = await build({
    ...common,
    ...small,
    entryPoints: apart,
    outdir: directory,
    outExtension: {'.js': '.cjs'},
  })
  const program = await build({
    ...common,
    ...small,
    entryPoints: ['src/cli/main.ts'],
    outfile,
    plugins: [keepApart()],
    // An ES module in the bundle that asks where it is gets the bundle's own place.
    define: {'import.meta.url': 'bundleUrl', buildId: JSON.stringify(buildMark)},
    banner: {js: '#!/usr/bin/env node\nconst bundleUrl=require("node:url").pathToFileURL(__filename).href;'},
  })
  chmodSync(outfile, 0o755)
  const outputs = [packages, program].flatMap(({metafile}) => Object.values(metafile.outputs))
  markBuild(
    outfile,
    [packages, program].flatMap(({metafile}) => Object.keys(metafile.outputs)),
  )
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs))
  const used = inputs.filter(([, {bytesInOutput}]) => bytesInOutput > 0).map(([path]) => path)
  checkVariants(used)
  writeFileSync(join(directory, 'THIRD-PARTY-LICENSES.txt'), licences(used))
}

/** Puts a digest of all that the program consists of in the place that it is read from. */
function markBuild(program, files) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')))
  for (const file of files) hash.update(readFileSync(resolve(root, file)))
  const parts = readFileSync(program, 'utf8').split(buildMark)
  if (parts.length !== 2) throw new Error(`the program names its build ${parts.length - 1} times, not once`)
  writeFileSync(program, parts.join(hash.digest('base64url')))
}

function keepApart() {
  const filter = new RegExp(`^(?:${apart.join('|')})$`)
  return {
    name: 'keep-apart',
    setup({onResolve}) {
      onResolve({filter}, ({path}) => ({path: `./${path}.cjs`, external: true}))
    },
  }
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

/** The name, version and licence of every package that the paths are part of. */
function licences(paths) {
  const directories = new Set(
    paths.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
  )
  const notices = [...directories].sort().map(licence)
  const title = 'The files beside this one hold code of these packages, each under its own licence.'
  return [title, ...notices].join(`\n${'-'.repeat(78)}\n\n`)
}

function licence(directory) {
  const absolute = join(root, directory)
  const manifest = JSON.parse(readFileSync(join(absolute, 'package.json'), 'utf8'))
  const name = manifest.license ?? manifest.licenses?.[0]?.type
  const files = filesNamed(absolute, /^(?:licen[cs]e|copying|notice)/i)
  const texts = files.length > 0 ? files : [standardLicence(absolute, name)]
  return `${manifest.name} ${manifest.version} (${name})\n\n${texts.join('\n\n')}\n`
}

/** The terms of a package that only names them in its readme. They are the ones of catalint itself. */
function standardLicence(directory, name) {
  const copyright = filesNamed(directory, /^readme/i)
    .join('\n')
    .match(/^Copyright .+/m)?.[0]
  if (name !== 'MIT' || !copyright) throw new Error(`${directory} comes without the text of its licence`)
  return readFileSync(join(root, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .+/m, copyright)
}

function filesNamed(directory, pattern) {
  const names = readdirSync(directory).filter((name) => pattern.test(name))
  return names.map((name) => readFileSync(join(directory, name), 'utf8').trim())
}
