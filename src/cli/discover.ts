import {lstatSync, realpathSync, type Stats, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {pathBelow} from '../config/paths.ts'
import {EmptyDirectoryError, type FileCrash, MissingPathError, RunError} from './errors.ts'
import {type Exclusion, type Exclusions, exclusionOf} from './exclusions.ts'
import {isGlob, spellingsOf} from './operand.ts'
import {pathError} from './path-error.ts'
import {walk} from './walk.ts'

/** A document to read: a file, or standard input. */
export type Source =
  | {readonly kind: 'stdin'}
  | {
      readonly kind: 'file'
      /** Relative to the working directory, with slashes. */
      readonly path: string
      readonly absolute: string
    }
  | {
      /** A text that git holds. */
      readonly kind: 'blob'
      readonly path: string
      /** Where it would lie in the work tree. */
      readonly absolute: string
      readonly bytes: Buffer
    }

export interface Discovery {
  readonly sources: readonly Source[]
  readonly problems: readonly (RunError | FileCrash)[]
  /** What is worth saying and no failure. */
  readonly notes: readonly RunError[]
  /** Whether standard input was named and the configuration leaves out the path that it goes by. */
  readonly isStdinLeftOut: boolean
}

interface Surroundings {
  readonly exclusions?: Exclusions
  /** The path that standard input goes by. */
  readonly stdinPath?: string
  /** Whether links in a directory or behind a pattern are no documents, as git has it. */
  readonly skipsLinks?: boolean
}

/**
 * Finds the documents that the arguments name, in the arguments' order, each once. A file is taken whatever
 * it is called; a directory and a glob stand for what git does not ignore in them. None is taken that the
 * configuration leaves out.
 */
export async function discover(
  operands: readonly string[],
  cwd: string,
  {exclusions = async () => undefined, stdinPath = '<stdin>', skipsLinks = false}: Surroundings = {},
): Promise<Discovery> {
  const found = new Found(cwd, exclusions, skipsLinks)
  for (const operand of operands.length > 0 ? operands : ['.']) {
    if (operand === '-') await found.addStdin(stdinPath)
    else await discoverOperand(operand, found)
  }
  // What it took to find them is let go: of many documents it is as much as what is known of them.
  const {sources, problems, notes, isStdinLeftOut} = found
  return {sources, problems, notes, isStdinLeftOut}
}

/** A path as messages state it: seen from the working directory, with slashes. */
export function displayPath(cwd: string, absolute: string): string {
  const path = pathBelow(cwd, absolute) ?? relative(cwd, absolute).replaceAll(sep, '/')
  return path || '.'
}

/** Where a path leads to once every link is followed, so that one file under two names is one file. */
export function identity(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

async function discoverOperand(operand: string, found: Found): Promise<void> {
  try {
    const existing = existingPath(operand, found.cwd)
    if (existing) await discoverPath(operand, existing.path, existing.stats, found)
    else await discoverGlob(operand, found)
  } catch (error) {
    found.fail(error instanceof RunError ? error : pathError(operand, error))
  }
}

function existingPath(
  operand: string,
  cwd: string,
): {readonly path: string; readonly stats: Stats} | undefined {
  for (const spelling of spellingsOf(operand)) {
    const path = resolve(cwd, spelling)
    const stats = spelling === '' ? undefined : statSync(path, {throwIfNoEntry: false})
    if (stats) return {path, stats}
  }
  return undefined
}

async function discoverPath(operand: string, path: string, stats: Stats, found: Found): Promise<void> {
  if (stats.isFile()) {
    if (!(await found.leavesOut(path, operand))) found.add(path)
  } else if (stats.isDirectory()) {
    const {files, links, problems} = await walk(path, found.cwd, found.exclusions)
    found.addEach(files, (file) => links.has(file))
    for (const {path, error} of problems) found.fail(pathError(found.display(path), error))
    if (files.length === 0 && problems.length === 0) found.fail(noMarkdown(operand))
  } else {
    found.fail(notRegular(operand))
  }
}

async function discoverGlob(operand: string, found: Found): Promise<void> {
  if (!(await isGlob(operand))) throw missing(operand)
  const {glob} = await import('./glob.ts')
  const files = await glob(operand, found.cwd, found.exclusions)
  found.addEach(files)
  if (files.length === 0) throw matchesNothing(operand)
}

/** Gathers the sources of a run. */
class Found implements Discovery {
  readonly cwd: string
  readonly sources: Source[] = []
  readonly problems: (RunError | FileCrash)[] = []
  readonly notes: RunError[] = []
  isStdinLeftOut = false
  readonly exclusions: Exclusions
  readonly #seen = new Set<string>()
  readonly #skipsLinks: boolean
  readonly #directories = new Map<string, string>()

  constructor(cwd: string, exclusions: Exclusions, skipsLinks: boolean) {
    this.cwd = cwd
    this.exclusions = exclusions
    this.#skipsLinks = skipsLinks
  }

  /** Adds what a directory or a pattern stands for. */
  addEach(files: readonly string[], isLink: (file: string) => boolean = isSymbolicLink): void {
    for (const file of files) {
      const leadsOn = isLink(file)
      if (leadsOn && this.#skipsLinks) continue
      this.#add(file, leadsOn ? identity(file) : this.#identityIn(dirname(file), file))
    }
  }

  add(absolute: string): void {
    this.#add(absolute, identity(absolute))
  }

  #add(absolute: string, key: string): void {
    if (this.#isNew(key)) this.sources.push({kind: 'file', path: this.display(absolute), absolute})
  }

  #identityIn(directory: string, file: string): string {
    const real = this.#realDirectory(directory)
    return real === directory ? file : join(real, basename(file))
  }

  /** Where the files of a directory are: to follow each of them from the root takes far longer. */
  #realDirectory(directory: string): string {
    const known = this.#directories.get(directory) ?? identity(directory)
    this.#directories.set(directory, known)
    return known
  }

  async addStdin(path: string): Promise<void> {
    if (!this.#isNew('-')) return
    this.isStdinLeftOut = await this.leavesOut(resolve(this.cwd, path), path)
    if (!this.isStdinLeftOut) this.sources.push({kind: 'stdin'})
  }

  /** Whether the configuration leaves out a path that was named itself, which is then said. */
  async leavesOut(absolute: string, named: string): Promise<boolean> {
    const exclusion = await exclusionOf(absolute, this.exclusions)
    if (!exclusion) return false
    this.notes.push(leftOut(named, exclusion))
    return true
  }

  fail(problem: RunError | FileCrash): void {
    this.problems.push(problem)
  }

  display(absolute: string): string {
    return displayPath(this.cwd, absolute)
  }

  #isNew(key: string): boolean {
    const before = this.#seen.size
    return this.#seen.add(key).size > before
  }
}

function isSymbolicLink(file: string): boolean {
  return lstatSync(file).isSymbolicLink()
}

function missing(path: string): RunError {
  return new MissingPathError({en: 'no such file or directory', zh: '没有这个文件或目录'}, {path})
}

/** Says that a path that was named is not read, and why. */
export function leftOut(path: string, {configuration}: Exclusion): RunError {
  return new RunError(
    {
      en: `left out, as ${configuration} says under ignore`,
      zh: `已跳过：${configuration} 的 ignore 将其排除`,
    },
    {path},
  )
}

function matchesNothing(path: string): RunError {
  return new MissingPathError(
    {en: 'the pattern matches no file', zh: '该模式没有匹配任何文件'},
    {
      path,
      todo: {
        en: 'files that .gitignore leaves out count only if you name them, those that a configuration ignores never',
        zh: '被 .gitignore 排除的文件只有直接写出路径才会检查，被配置忽略的从不检查',
      },
    },
  )
}

function noMarkdown(path: string): RunError {
  return new EmptyDirectoryError(
    {en: 'no Markdown file in this directory', zh: '该目录中没有 Markdown 文件'},
    {
      path,
      todo: {
        en: 'a file with another extension, or one that .gitignore leaves out, has to be named itself',
        zh: '其他扩展名的文件或被 .gitignore 排除的文件须直接写出路径',
      },
    },
  )
}

function notRegular(path: string): RunError {
  return new RunError(
    {en: 'not a regular file', zh: '不是普通文件'},
    {path, todo: {en: 'use - to read standard input', zh: '读取标准输入请用 -'}},
  )
}
