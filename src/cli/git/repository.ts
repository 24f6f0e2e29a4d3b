import {isAbsolute, resolve} from 'node:path'
import {RunError} from '../errors.ts'
import {fetchFirst, type GitEnvironment, GitError, runGit} from './run-git.ts'

/** A git repository with a work tree. */
export interface Repository {
  /** The directory at its top, absolute. */
  readonly top: string
  /** What git is told for it to mean this one, where the environment has named a repository. */
  readonly environment?: GitEnvironment
}

/** The repository that a directory is part of, or a {@link RunError} that says that there is none. */
export function findRepository(cwd: string): Repository {
  const {GIT_DIR, GIT_WORK_TREE} = process.env
  if (GIT_DIR === undefined) return {top: pathSaid('--show-toplevel', cwd)}
  const store = pathSaid('--absolute-git-dir', cwd)
  const top =
    (isAbsolute(GIT_WORK_TREE ?? '') ? undefined : topAround(cwd, store)) ?? pathSaid('--show-toplevel', cwd)
  return {top, environment: {GIT_DIR: store, GIT_WORK_TREE: top}}
}

/**
 * The top of the repository around a directory, if that is the one that has been named. Git names it to hooks in a linked
 * work tree, and takes the directory that it is run in for its top: a hook may have gone on to another.
 */
function topAround(cwd: string, store: string): string | undefined {
  const environment = {GIT_DIR: undefined, GIT_WORK_TREE: undefined}
  try {
    const isNamed = pathSaid('--absolute-git-dir', cwd, environment) === store
    return isNamed ? pathSaid('--show-toplevel', cwd, environment) : undefined
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

function pathSaid(option: string, cwd: string, environment?: GitEnvironment): string {
  const said = runGit(['rev-parse', option], {cwd, environment}).toString('utf8')
  // A name may end with blanks, the line does not.
  return resolve(said.replace(/\r?\n$/, ''))
}

/** Runs git at the top of a repository, as {@link runGit} does. */
export function runIn({top, environment}: Repository, args: readonly string[], input?: string): Buffer {
  return runGit(args, {cwd: top, environment, ...(input === undefined ? {} : {input})})
}

/** The commit that a revision names, by its id. */
export function commitOf(revision: string, repository: Repository): string {
  try {
    const named = `${revision}^{commit}`
    return line(runIn(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', named]))
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    throw new RunError(
      {en: `git knows no revision ${revision}`, zh: `git 中没有版本 ${revision}`},
      {
        todo: {
          en: 'check the name; in a shallow clone fetch it first',
          zh: '请检查名称；浅克隆中须先 fetch',
        },
        cause: error,
      },
    )
  }
}

/** The contents of blobs by their ids, in one run of git. */
export function readBlobs(ids: readonly string[], repository: Repository): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>()
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return blobs
  const answer = runIn(repository, ['cat-file', '--batch'], wanted.map((id) => `${id}\n`).join(''))
  let at = 0
  for (const id of wanted) {
    // For each: its id, its type and its size on a line, then its bytes and a line feed.
    const end = answer.indexOf('\n', at)
    const size = Number(/^\w+ blob (\d+)$/.exec(answer.toString('latin1', at, end))?.[1])
    if (!Number.isSafeInteger(size)) throw missingBlob(id)
    blobs.set(id, answer.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return blobs
}

function line(output: Buffer): string {
  return output.toString('utf8').trim()
}

function missingBlob(id: string): RunError {
  return new RunError({en: `git has no text ${id}`, zh: `git 中没有文本 ${id}`}, {todo: fetchFirst})
}
