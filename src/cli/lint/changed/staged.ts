import {lstatSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {type Discovery, displayPath, identity, leftOut, type Source} from '../../discover.ts'
import {MissingPathError, RunError} from '../../errors.ts'
import {stagedFiles} from '../../git/listed-files.ts'
import {readBlobs} from '../../git/repository.ts'
import type {Host} from '../../host.ts'
import {isGlob} from '../../operand.ts'
import type {Earlier} from './earlier-texts.ts'
import {filesNamed, type KnownFiles} from './named-files.ts'

/** Finds the documents that the arguments name among what is staged, with their content there. */
export async function discoverStaged(
  operands: readonly string[],
  host: Host,
  earlier: Earlier,
  exclusions: KnownFiles['exclusions'],
): Promise<Discovery> {
  const {repository} = earlier
  const absolute = (path: string) => join(repository.top, path)
  const cwd = identity(host.cwd)
  const {files, conflicts} = stagedFiles(repository)
  const ids = new Map([...files].map(([path, id]) => [absolute(path), id]))
  const unmerged = new Set([...conflicts].map(absolute))
  const here: KnownFiles = {cwd, exclusions, paths: new Set([...ids.keys(), ...unmerged])}
  const before: KnownFiles = {cwd, exclusions, paths: new Set([...earlier.files.keys()].map(absolute))}
  const {paths, notes, problems} = await findNamed(operands, here, before)
  const contents = readBlobs(
    paths.flatMap((path) => ids.get(path) ?? []),
    repository,
  )
  const sources = paths.flatMap((path): readonly Source[] => {
    const bytes = contents.get(ids.get(path) ?? '')
    return bytes ? [{kind: 'blob', path: displayPath(cwd, path), absolute: path, bytes}] : []
  })
  const conflicting = paths.filter((path) => unmerged.has(path)).map((path) => displayPath(cwd, path))
  return {sources, notes, problems: [...problems, ...conflicting.map(hasConflicts)], isStdinLeftOut: false}
}

interface Found {
  readonly paths: readonly string[]
  readonly notes: readonly RunError[]
  readonly problems: readonly RunError[]
}

async function findNamed(operands: readonly string[], here: KnownFiles, before: KnownFiles): Promise<Found> {
  const paths = new Set<string>()
  const notes: RunError[] = []
  const problems: RunError[] = []
  for (const operand of operands.length > 0 ? operands : ['.']) {
    const named = await filesNamed(operand, here)
    for (const file of named?.files ?? []) paths.add(file)
    if (named?.leftOutBy) notes.push(leftOut(operand, named.leftOutBy))
    // That there is nothing anywhere is no news.
    if (named || operands.length === 0) continue
    const isReal = exists(resolve(here.cwd, operand)) || (await filesNamed(operand, before))
    if (isReal || (await isGlob(operand))) notes.push(notStaged(operand))
    else problems.push(missing(operand))
  }
  return {paths: [...paths], notes, problems}
}

/** A link too, wherever it leads. */
function exists(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false}) !== undefined
}

/** It may be deleted, new and not added yet, or ignored. */
function notStaged(path: string): RunError {
  return new RunError(
    {en: 'not checked, as nothing of it is staged in git', zh: '未检查：git 暂存区中没有它'},
    {path},
  )
}

function missing(path: string): RunError {
  return new MissingPathError(
    {
      en: 'no such file or directory, neither staged nor in the work tree',
      zh: '暂存区和工作区中都没有这个文件或目录',
    },
    {path},
  )
}

function hasConflicts(path: string): RunError {
  return new RunError(
    {en: 'has merge conflicts', zh: '有合并冲突'},
    {path, todo: {en: 'resolve them and stage the file', zh: '请解决冲突并暂存该文件'}},
  )
}
