import {existsSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import ignore, {type Ignore} from 'ignore'
import {pathBelow} from '../config/paths.ts'

/**
 * What git leaves out below a root: the patterns of `.git/info/exclude` and of every `.gitignore` from the
 * root down, where a deeper file and a later line decide (<https://git-scm.com/docs/gitignore>).
 */
export class GitIgnore {
  readonly root: string
  readonly #known = new Map<string, Patterns>()

  constructor(root: string) {
    this.root = root
  }

  /** Whether an absolute path below the root is left out, itself or with a directory that it is in. */
  ignores(path: string, kind: 'file' | 'directory'): boolean {
    const {matcher, prefix} = this.#patternsIn(dirname(path))
    if (!matcher) return false
    const name = prefix + basename(path)
    return matcher.ignores(kind === 'directory' ? `${name}/` : name)
  }

  #patternsIn(directory: string): Patterns {
    const known = this.#known.get(directory) ?? this.#read(directory)
    this.#known.set(directory, known)
    return known
  }

  #read(directory: string): Patterns {
    const name = pathBelow(this.root, directory)
    if (name === undefined) return nowhere
    const parent = name === '' ? rootMatcher(directory) : this.#patternsIn(dirname(directory)).matcher
    const own = readLines(join(directory, '.gitignore'))
    const rebased = own.flatMap((line) => rebase(line, name === '' ? '/' : `/${escapePattern(name)}/`))
    return {matcher: withPatterns(parent, rebased), prefix: name === '' ? '' : `${name}/`}
  }
}

/** The patterns that hold in a directory, written so that they all count from the root, and the directory as seen from there. */
interface Patterns {
  readonly matcher: Ignore | undefined
  readonly prefix: string
}

const nowhere: Patterns = {matcher: undefined, prefix: ''}

/** The nearest directory from here upwards that holds a repository. */
export function repositoryRoot(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory
  const parent = dirname(directory)
  return parent === directory ? undefined : repositoryRoot(parent)
}

function rootMatcher(root: string): Ignore | undefined {
  return withPatterns(undefined, readLines(join(gitDirectory(root), 'info', 'exclude')))
}

/** Nothing where there are none: most paths are then not looked at. */
function withPatterns(parent: Ignore | undefined, patterns: readonly string[]): Ignore | undefined {
  if (patterns.length === 0) return parent
  const matcher = ignore({ignorecase: false})
  return (parent ? matcher.add(parent) : matcher).add(patterns)
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
