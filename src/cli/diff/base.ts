import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {pathBelow} from '../../config/paths.ts'
import {discover, displayPath, identity} from '../discover.ts'
import {CommandError, EmptyDirectoryError, MissingPathError} from '../errors.ts'
import {readTree, type Tree, type TreeFile} from '../git/tree.ts'
import {gitIgnoreFor, isDocumentPath} from '../walk.ts'
import type {FoundSides} from './found.ts'
import type {Surroundings} from './operands.ts'
import {blobSources} from './revision-files.ts'

/** Finds the documents that some paths name, in a revision and in the work tree; what is in one only is there too. */
export async function findBase(
  revision: string,
  operands: readonly string[],
  {host, configurations, stdinPath}: Surroundings,
): Promise<FoundSides> {
  const {cwd} = host
  if (operands.includes('-')) throw noStdin()
  const tree = readTree(revision, cwd)
  const paths = operands.length > 0 ? operands.map((path) => withoutLinks(path, cwd)) : ['.']
  const named = new Map<string, readonly TreeFile[]>()
  for (const path of paths) named.set(path, await filesOf(path, tree, cwd))
  const files = [...new Set([...named.values()].flat())]
  const found = await discover(paths, cwd, {
    exclusions: configurations.exclusions,
    stdinPath,
    skipsLinks: true,
  })
  const problems = found.problems.filter((problem) => !isGone(problem, named))
  return {
    before: {sources: await blobSources(files, tree, configurations), problems: [], notes: []},
    after: {sources: found.sources, problems, notes: found.notes},
  }
}

/** Where a path leads to: git has files there only. */
function withoutLinks(operand: string, cwd: string): string {
  const path = resolve(cwd, operand)
  if (!existsSync(path)) return operand
  const [from, to] = [identity(cwd), identity(path)]
  return resolve(from, operand) === to ? operand : displayPath(from, to)
}

/** The files of the revision that a path or a pattern stands for. */
async function filesOf(
  operand: string,
  {files, repository}: Tree,
  cwd: string,
): Promise<readonly TreeFile[]> {
  const target = resolve(cwd, operand)
  const file = files.find(({absolute}) => absolute === target)
  if (file) return [file]
  const ignored = gitIgnoreFor(repository.top, cwd)
  const documents = files.filter(
    ({fromTop, absolute}) => isDocumentPath(fromTop) && !ignored.ignores(absolute, 'file'),
  )
  const below = documents.filter(({absolute}) => pathBelow(target, absolute) !== undefined)
  if (below.length > 0) return below
  const {compileGlob, isPattern} = await import('../glob.ts')
  if (!isPattern(operand)) return []
  const matches = await compileGlob(operand)
  return documents.filter(({absolute}) => matches(displayPath(cwd, absolute)))
}

/** Whether a path that leads nowhere now led to something in the revision. */
function isGone(problem: Error, named: ReadonlyMap<string, readonly TreeFile[]>): boolean {
  const isMissing = problem instanceof MissingPathError || problem instanceof EmptyDirectoryError
  return isMissing && (named.get(problem.path ?? '')?.length ?? 0) > 0
}

function noStdin(): CommandError {
  return new CommandError(
    {en: 'standard input is in no revision', zh: '标准输入不在任何版本中'},
    {todo: {en: 'leave out --base, or the path -', zh: '请去掉 --base 或路径 -'}},
  )
}
