import {RunError} from '../errors.ts'
import {commitOf, type Repository, runIn} from './repository.ts'
import {GitError} from './run-git.ts'

/** What to compare with, and what is worth saying of it. */
export interface Base {
  /** Undefined where nothing has been committed yet. */
  readonly commit: string | undefined
  readonly notes: readonly RunError[]
}

/** The last commit, or where the branch has left a revision: what others have done there since then is no change of one's own. */
export function baseOf(revision: string | undefined, repository: Repository): Base {
  const head = headIfAny(repository)
  if (revision === undefined) return {commit: head, notes: []}
  const named = commitOf(revision, repository)
  if (head === undefined) return {commit: named, notes: []}
  const common = mergeBase(named, head, repository)
  return common === undefined ? {commit: named, notes: [unrelated(revision)]} : {commit: common, notes: []}
}

/** Undefined only where HEAD is a branch without commits: one that cannot be read is an error. */
function headIfAny(repository: Repository): string | undefined {
  try {
    return commitOf('HEAD', repository)
  } catch (error) {
    if (!(error instanceof RunError && error.cause instanceof GitError) || namesSomething('HEAD', repository))
      throw error
    return undefined
  }
}

function namesSomething(revision: string, repository: Repository): boolean {
  try {
    runIn(repository, ['rev-parse', '--verify', '--quiet', revision])
    return true
  } catch (error) {
    if (error instanceof GitError) return false
    throw error
  }
}

function mergeBase(a: string, b: string, repository: Repository): string | undefined {
  try {
    return runIn(repository, ['merge-base', a, b]).toString('utf8').trim()
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

function unrelated(revision: string): RunError {
  return new RunError(
    {
      en: `no commit is known that ${revision} and HEAD have in common: comparing with ${revision} itself`,
      zh: `找不到 ${revision} 与 HEAD 的共同祖先，改为直接与 ${revision} 比较`,
    },
    {todo: {en: 'in a shallow clone fetch more of the history', zh: '浅克隆中请获取更多历史'}},
  )
}
