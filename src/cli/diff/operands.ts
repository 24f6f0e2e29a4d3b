import {existsSync, statSync} from 'node:fs'
import {posix, resolve} from 'node:path'
import type {Configurations} from '../config/configurations.ts'
import {discover, displayPath} from '../discover.ts'
import {RunError} from '../errors.ts'
import {readBlobs} from '../git/repository.ts'
import {prefixOf, readTree, type Tree, type TreeFile} from '../git/tree.ts'
import type {Host} from '../host.ts'
import {readFile} from '../read.ts'
import {isDocumentPath} from '../walk.ts'
import {readDatasetText} from './dataset-file.ts'
import {type FoundSide, nothingFound} from './found.ts'
import {blobSources} from './revision-files.ts'

export interface Surroundings {
  readonly host: Host
  readonly configurations: Configurations
  readonly stdinPath: string
  /** Whether a revision is compared: links in directories are no documents then. */
  readonly skipsLinks: boolean
}

/** Finds what an operand stands for: a file, a directory or a pattern, a dataset, or any of them in a revision. */
export async function findOperand(operand: string, surroundings: Surroundings): Promise<FoundSide> {
  const {cwd} = surroundings.host
  const stats = statSync(resolve(cwd, operand), {throwIfNoEntry: false})
  const named = revisionIn(operand, cwd)
  if (named) return await findInRevision(named, surroundings)
  if (stats?.isFile() && isDatasetPath(operand)) {
    const absolute = resolve(cwd, operand)
    return {...nothingFound, dataset: await datasetFile(readFile(absolute, operand), operand, absolute)}
  }
  const {configurations, stdinPath, skipsLinks} = surroundings
  const {exclusions} = configurations
  const found = await discover([operand], cwd, {exclusions, stdinPath, skipsLinks})
  const root = stats?.isDirectory() ? {root: displayPath(cwd, resolve(cwd, operand))} : {}
  // What is left out is missing from one side: nothing that is compared with it would be true.
  return {sources: found.sources, ...root, problems: [...found.problems, ...found.notes], notes: []}
}

interface NamedRevision {
  readonly revision: string
  readonly path: string
}

/** The parts of `REV:path`, where that is no file. A letter before a colon and a slash is a drive. */
export function revisionIn(operand: string, cwd: string): NamedRevision | undefined {
  const at = operand.indexOf(':')
  if (at <= 0 || /^[A-Za-z]:[\\/]/.test(operand) || existsSync(resolve(cwd, operand))) return undefined
  return {revision: operand.slice(0, at), path: operand.slice(at + 1)}
}

async function findInRevision(
  {revision, path}: NamedRevision,
  {host, configurations}: Surroundings,
): Promise<FoundSide> {
  const tree = readTree(revision, host.cwd)
  const place = placeIn(tree, path, host.cwd)
  if (place === undefined) throw notIn(revision, path)
  const file = tree.files.find(({fromTop}) => fromTop === place)
  if (file && isDatasetPath(path)) return await findDataset(file, tree)
  const below = tree.files.filter(({fromTop}) => isBelow(fromTop, place) && isDocumentPath(fromTop))
  const sources = await blobSources(file ? [file] : below, tree, configurations)
  if (sources.length === 0) throw noMarkdown(`${revision}:${path}`)
  return {...nothingFound, sources, ...(file ? {} : {root: rootOf(place, host.cwd, tree)})}
}

/** From the top of the repository as git has it, or from the working directory; undefined where nothing is there. */
function placeIn(tree: Tree, path: string, cwd: string): string | undefined {
  const prefix = prefixOf(cwd, tree.repository)
  const fromHere = posix.join(prefix, path)
  const places = /^\.\.?(?:\/|$)/.test(path) ? [fromHere] : [posix.normalize(path), fromHere]
  return places
    .map((place) => place.replace(/\/+$/, '').replace(/^\.$/, ''))
    .find((place) => tree.files.some(({fromTop}) => fromTop === place || isBelow(fromTop, place)))
}

function isBelow(path: string, directory: string): boolean {
  return directory === '' || path.startsWith(`${directory}/`)
}

function rootOf(place: string, cwd: string, {repository}: Tree): string {
  return displayPath(cwd, resolve(cwd, posix.relative(`/${prefixOf(cwd, repository)}`, `/${place}`)))
}

async function findDataset({blob, path, absolute}: TreeFile, {repository}: Tree): Promise<FoundSide> {
  const bytes = readBlobs([blob], repository).get(blob) ?? Buffer.alloc(0)
  const {decode} = await import('../decode.ts')
  return {...nothingFound, dataset: await datasetFile(decode(bytes, path), path, absolute)}
}

async function datasetFile(text: string, path: string, absolute: string) {
  return {absolute, data: await readDatasetText(text, path)}
}

function isDatasetPath(path: string): boolean {
  return /\.json$/i.test(path)
}

function notIn(revision: string, path: string): RunError {
  return new RunError(
    {en: `${revision} has no such file or directory`, zh: `${revision} 中没有这个文件或目录`},
    {
      path,
      todo: {
        en: 'write the path from the top of the repository, or from here with ./ before it',
        zh: '请写出从仓库顶层起的路径，或以 ./ 开头写出从当前目录起的路径',
      },
    },
  )
}

function noMarkdown(path: string): RunError {
  return new RunError({en: 'no Markdown file in this directory', zh: '该目录中没有 Markdown 文件'}, {path})
}
