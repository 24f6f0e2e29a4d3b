import {realpathSync, type Stats, statSync} from 'node:fs'
import {relative, resolve, sep} from 'node:path'
import {type FileCrash, MissingPathError, RunError} from './errors.ts'
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

export interface Discovery {
  readonly sources: readonly Source[]
  readonly problems: readonly (RunError | FileCrash)[]
}

/**
 * Finds the documents that the arguments name, in the arguments' order, each once. A file is taken whatever
 * it is called; a directory and a glob stand for what git does not ignore in them.
 */
export async function discover(operands: readonly string[], cwd: string): Promise<Discovery> {
  const found = new Found(cwd)
  for (const operand of operands.length > 0 ? operands : ['.']) {
    if (operand === '-') found.addStdin()
    else await discoverOperand(operand, found)
  }
  return found
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
    if (existing) discoverPath(operand, existing.path, existing.stats, found)
    else await discoverGlob(operand, found)
  } catch (error) {
    found.fail(error instanceof RunError ? error : pathError(operand, error))
  }
}

function existingPath(
  operand: string,
  cwd: string,
): {readonly path: string; readonly stats: Stats} | undefined {
  // A path with backslashes may come from a script written on Windows.
  for (const spelling of new Set([operand, operand.replaceAll('\\', '/')])) {
    const path = resolve(cwd, spelling)
    const stats = spelling === '' ? undefined : statSync(path, {throwIfNoEntry: false})
    if (stats) return {path, stats}
  }
  return undefined
}

function discoverPath(operand: string, path: string, stats: Stats, found: Found): void {
  if (stats.isFile()) {
    found.add(path)
  } else if (stats.isDirectory()) {
    const {files, problems} = walk(path, found.cwd)
    for (const file of files) found.add(file)
    for (const {path, error} of problems) found.fail(pathError(found.display(path), error))
    if (files.length === 0 && problems.length === 0) found.fail(noMarkdown(operand))
  } else {
    found.fail(notRegular(operand))
  }
}

async function discoverGlob(operand: string, found: Found): Promise<void> {
  if (!/[*?[\]{}()!]/.test(operand)) throw missing(operand)
  const {glob, isPattern} = await import('./glob.ts')
  if (!isPattern(operand)) throw missing(operand)
  const files = await glob(operand, found.cwd)
  for (const file of files) found.add(file)
  if (files.length === 0) throw matchesNothing(operand)
}

/** Gathers the sources of a run. */
class Found implements Discovery {
  readonly cwd: string
  readonly sources: Source[] = []
  readonly problems: (RunError | FileCrash)[] = []
  readonly #seen = new Set<string>()

  constructor(cwd: string) {
    this.cwd = cwd
  }

  add(absolute: string): void {
    if (this.#isNew(identity(absolute))) {
      this.sources.push({kind: 'file', path: this.display(absolute), absolute})
    }
  }

  addStdin(): void {
    if (this.#isNew('-')) this.sources.push({kind: 'stdin'})
  }

  fail(problem: RunError | FileCrash): void {
    this.problems.push(problem)
  }

  display(absolute: string): string {
    const path = relative(this.cwd, absolute) || '.'
    return sep === '/' ? path : path.replaceAll(sep, '/')
  }

  #isNew(key: string): boolean {
    const before = this.#seen.size
    return this.#seen.add(key).size > before
  }
}

function missing(path: string): RunError {
  return new MissingPathError({en: 'no such file or directory', zh: '没有这个文件或目录'}, {path})
}

function matchesNothing(path: string): RunError {
  return new MissingPathError(
    {en: 'the pattern matches no file', zh: '该模式没有匹配任何文件'},
    {
      path,
      todo: {
        en: 'files that .gitignore leaves out count only if you name them',
        zh: '被 .gitignore 排除的文件只有直接写出路径才会检查',
      },
    },
  )
}

function noMarkdown(path: string): RunError {
  return new RunError(
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
