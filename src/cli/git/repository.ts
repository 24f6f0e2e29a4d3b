import {resolve} from 'node:path'
import {RunError} from '../errors.ts'
import {GitError, runGit} from './run-git.ts'

/** A git repository with a work tree. */
export interface Repository {
  /** The directory at its top, absolute. */
  readonly top: string
}

/** The repository that a directory is part of, or a {@link RunError} that says that there is none. */
export function findRepository(cwd: string): Repository {
  const top = runGit(['rev-parse', '--show-toplevel'], {cwd}).toString('utf8')
  // A name may end with blanks, the line does not.
  return {top: resolve(top.replace(/\r?\n$/, ''))}
}

/** The commit that a revision names, by its id. */
export function commitOf(revision: string, {top}: Repository): string {
  try {
    const named = `${revision}^{commit}`
    return line(runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', named], {cwd: top}))
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
export function readBlobs(ids: readonly string[], {top}: Repository): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>()
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return blobs
  const answer = runGit(['cat-file', '--batch'], {cwd: top, input: wanted.map((id) => `${id}\n`).join('')})
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
  return new RunError({en: `git has no text ${id}`, zh: `git 中没有文本 ${id}`})
}
