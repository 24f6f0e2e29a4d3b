// Bundles the program into a file for each thing that a run may need: what it does not need it neither reads nor compiles.
import {createHash} from 'node:crypto'
import {chmodSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {rolldown} from 'rolldown'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The file that is run. It only starts what lies in a directory beside it. */
const program = 'catalint'

/**
 * Files by the modules that runs of a kind begin with. Each holds all that these import and no file before it does.
 * Other modules that are imported when they are needed get a file by themselves.
 */
const files = [
  ['main', ['src/cli/main.ts', 'src/cli/lint/lint-command.ts']],
  ['rules', ['rules/index.ts']],
  ['linting', ['src/lint-text.ts']],
  ['pretty', ['src/report/pretty.ts']],
].map(([name, paths]) => ({name, modules: paths.map((path) => join(root, path))}))

/** Modules that are loaded when one of these functions is first called, as there are many runs that call none. */
const onFirstCall = [
  {module: 'node:crypto', functions: ['createHash', 'randomUUID']},
  {module: join(root, 'src/document/parse.ts'), file: 'parser', functions: ['parseMarkdown']},
  {
    module: 'decode-named-character-reference',
    file: 'character-references',
    functions: ['decodeNamedCharacterReference'],
  },
]

/** What stands for the build's digest until that is known. */
const buildMark = '(the digest of this build)'

/** Writes the program to a directory. Gives each file with the paths of what it holds. */
export async function bundleProgram(directory) {
  const apart = onFirstCall.flatMap(({file, module}) => (file ? [[file, module]] : []))
  const inputs = {main: join(root, 'src/cli/main.ts'), ...Object.fromEntries(apart)}
  const outputs = [
    ...(await bundle({[program]: join(root, 'src/cli/start/start.ts')}, directory)),
    ...(await bundle(inputs, join(directory, 'program'))),
    // Another thread runs it, which loads nothing of the rest.
    ...(await bundle(
      {'read-ahead': join(root, 'src/cli/cache/ahead/worker.ts')},
      join(directory, 'program'),
    )),
  ]
  const sources = outputs.map(({path}) => ({path, source: readFileSync(path, 'utf8')}))
  checkCharacters(sources)
  markBuild(sources)
  chmodSync(join(directory, `${program}.cjs`), 0o755)
  return outputs
}

async function bundle(input, directory) {
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: 'node',
    // Without these some packages would bring their development code, with its assertions.
    resolve: {conditionNames: ['production', 'module', 'node', 'import'], mainFields: ['module', 'main']},
    transform: {target: 'node20', define: {buildId: JSON.stringify(buildMark)}},
    preserveEntrySignatures: 'allow-extension',
    plugins: [loadOnFirstCall(), leaveColorsToTheProgram()],
    // A module may be needed at once in one place and later in another.
    checks: {ineffectiveDynamicImport: false},
  })
  const {output} = await bundle.write(outputIn(directory))
  await bundle.close()
  return output.map(({fileName, modules}) => ({path: join(directory, fileName), holds: usedOf(modules)}))
}

function outputIn(directory) {
  return {
    dir: directory,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: nameOf,
    charset: 'ascii',
    comments: false,
    // Names stay: they are what a report of a crash can be read by.
    minify: {compress: true, mangle: false, codegen: true},
    dynamicImportInCjs: false,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{debugName: 'files', name: fileFinder()}],
    },
  }
}

/** A file for one module is named by the module's path. */
function nameOf({facadeModuleId}) {
  if (!facadeModuleId || files.some(({modules}) => modules.includes(facadeModuleId))) return '[name].cjs'
  const path = relative(join(root, 'src'), facadeModuleId)
  return `${path.replace(/\.ts$/, '').replaceAll(/[/\\]/g, '-')}.cjs`
}

/** Tells in which of the files a module goes, if in any. */
function fileFinder() {
  const found = new Map()
  const needs = (file, id, graph) => {
    if (!found.has(file)) found.set(file, neededBy(file.modules, graph))
    return found.get(file).has(id)
  }
  return (id, graph) => files.find((file) => needs(file, id, graph))?.name
}

/** The modules and all that they import, but not what they import when they need it. */
function neededBy(modules, graph) {
  const needed = new Set(modules)
  // A set gives what is added while it is gone through.
  for (const id of needed) for (const other of graph.getModuleInfo(id)?.importedIds ?? []) needed.add(other)
  return needed
}

/** Puts in the place of a module functions that load it. */
function loadOnFirstCall() {
  const mark = '\0on first call:'
  return {
    name: 'load-on-first-call',
    resolveId(id, importer) {
      if (importer?.startsWith(mark)) return {id, external: true}
      const path = id.startsWith('.') && importer ? resolve(dirname(importer), id) : id
      return importer && onFirstCall.some(({module}) => module === path) ? mark + path : undefined
    },
    load(id) {
      const lazy = onFirstCall.find(({module}) => mark + module === id)
      return lazy?.functions.map((name) => forwarder(name, lazy)).join('\n')
    },
  }
}

/** picocolors asks standard output whether it is a terminal, which loads its stream, though the program says itself if there are colours. */
function leaveColorsToTheProgram() {
  const question = '(p.stdout || {}).isTTY'
  return {
    name: 'leave-colors-to-the-program',
    transform(code, id) {
      if (!/[/\\]picocolors[/\\]picocolors\.js$/.test(id)) return undefined
      if (!code.includes(question)) throw new Error('picocolors asks for the terminal in another way now')
      return code.replace(question, 'false')
    },
  }
}

function forwarder(name, {module, file}) {
  const loaded = file ? `./${file}.cjs` : module
  return `let from_${name}
export const ${name} = (...given) => (from_${name} ??= require(${JSON.stringify(loaded)})).${name}(...given)`
}

/** Puts a digest of all that the program consists of in the places that it is read from. */
function markBuild(sources) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')))
  for (const {source} of sources) hash.update(source)
  const marked = sources.filter(({source}) => source.includes(buildMark))
  if (marked.length !== 2) throw new Error(`${marked.length} files of the program name its build, not two`)
  const digest = hash.digest('base64url')
  for (const {path, source} of marked) writeFileSync(path, source.replaceAll(buildMark, digest))
}

/** V8 holds ASCII in half the space, and code that is kept is read as such. What stands in `String.raw` cannot be escaped. */
function checkCharacters(sources) {
  for (const {path, source} of sources) {
    const at = source.search(/[^\0-\x7F]/)
    if (at >= 0) throw new Error(`${path} is not ASCII: ${source.slice(Math.max(0, at - 40), at + 20)}`)
  }
}

function usedOf(modules) {
  const used = Object.entries(modules).filter(([, {renderedLength}]) => renderedLength > 0)
  return used.map(([id]) => relative(root, id))
}
