import {posix, relative, resolve, sep} from 'node:path'
import {identity} from '../discover.ts'
import {filesOf} from './listed-files.ts'
import {commitOf, findRepository, type Repository} from './repository.ts'

/** The files that a commit holds. */
export interface Tree {
  readonly repository: Repository
  readonly files: readonly TreeFile[]
}

export interface TreeFile {
  /** The id of its text. */
  readonly blob: string
  /** From the top of the repository, with slashes. */
  readonly fromTop: string
  /** As messages state it: seen from the working directory. */
  readonly path: string
  /** Where it lies, or would lie, in the work tree. */
  readonly absolute: string
}

/** The files of a revision, in git's order; links and submodules are none. */
export function readTree(revision: string, cwd: string): Tree {
  const repository = findRepository(cwd)
  const commit = commitOf(revision, repository)
  const prefix = prefixOf(cwd, repository)
  const files = [...filesOf(commit, repository)].map(([fromTop, blob]) => {
    const path = posix.relative(`/${prefix}`, `/${fromTop}`)
    return {blob, fromTop, path, absolute: resolve(cwd, path)}
  })
  return {repository, files}
}

/** Where the working directory is, seen from the top of the repository. */
export function prefixOf(cwd: string, {top}: Repository): string {
  const prefix = relative(identity(top), identity(cwd))
  return sep === '/' ? prefix : prefix.replaceAll(sep, '/')
}
