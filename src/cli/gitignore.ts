import {existsSync, readFileSync, statSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {pathBelow} from '../config/paths.ts'

/**
 * What git leaves out below a root: the patterns of `.git/info/exclude` and of every `.gitignore` from the
 * root down, where a deeper file and a later line decide (<https://git-scm.com/docs/gitignore>).
 */
export class GitIgnore {
  readonly root: string
  readonly #matchers = new Map<string, Ignore>()

  constructor(root: string) {
    this.root = root
  }

  /** Whether an absolute path below the root is left out, itself or with a directory that it is in. */
  ignores(path: string, kind: 'file' | 'directory'): boolean {
    const name = pathBelow(this.root, path)
    if (name === undefined || name === '') return false
    return this.#matcher(dirname(path)).ignores(kind === 'directory' ? `${name}/` : name)
  }

  /** The patterns that hold in a directory, written so that they all count from the root. */
  #matcher(directory: string): Ignore {
    const cached = this.#matchers.get(directory)
    if (cached) return cached
    const isRoot = directory === this.root
    const parent = isRoot ? rootMatcher(directory) : this.#matcher(dirname(directory))
    const lines = readLines(join(directory, '.gitignore'))
    const prefix = isRoot ? '/' : `/${escapePattern(pathBelow(this.root, directory) ?? '')}/`
    const own = lines.flatMap((line) => rebase(line, prefix))
    const matcher = own.length > 0 ? emptyMatcher().add(parent).add(own) : parent
    this.#matchers.set(directory, matcher)
    return matcher
  }
}

/** The nearest directory from here upwards that holds a repository. */
export function repositoryRoot(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : repositoryRoot(parent)
}

function emptyMatcher(): Ignore {
  return ignore({ignorecase: false})
}

function rootMatcher(root: string): Ignore {
  return emptyMatcher().add(readLines(join(gitDirectory(root), 'info', 'exclude')))
}

/** Where a repository keeps its files: elsewhere than in `.git` for a worktree or a submodule. */
function gitDirectory(root: string): string {
  const git = join(root, '.git')
  if (!statSync(git, {throwIfNoEntry: false})?.isFile()) return git
  const pointer = /^gitdir: (.+)/.exec(readLines(git)[0] ?? '')?.[1]
  if (pointer === undefined) return git
  const own = resolve(root, pointer)
  return resolve(own, readLines(join(own, 'commondir'))[0] ?? '')
}

/** The lines of a file, none if it cannot be read: git goes on without it too. */
function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
  } catch {
    return []
  }
}

/** The pattern of a nested file as the root's file would have it. */
function rebase(line: string, prefix: string): readonly string[] {
  if (line.startsWith('#')) return []
  const pattern = line.replace(/(?<!\\) +$/, '')
  const negated = pattern.startsWith('!')
  const body = negated ? pattern.slice(1) : pattern
  if (body === '') return []
  const anchored = body.slice(0, -1).includes('/')
  const rebased = anchored ? prefix + body.replace(/^\//, '') : `${prefix}**/${body}`
  return [negated ? `!${rebased}` : rebased]
}

function escapePattern(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, '\\$&')
}
