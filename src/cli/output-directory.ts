import {existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Discovery} from './discover.ts'
import {writeDraft} from './draft.ts'
import {CommandError, RunError} from './errors.ts'
import type {Host} from './host.ts'
import {checkOutput, isStdout, writeError} from './output.ts'

/** A file to write into a directory. */
export interface NewFile {
  readonly name: string
  readonly chunks: Iterable<string>
}

/** The directory that was asked for, if files of these names may be written there. */
export function checkDirectory(
  path: string | undefined,
  names: readonly string[],
  discovery: Discovery,
  host: Host,
): string {
  if (isStdout(path)) {
    throw new CommandError(
      {en: 'this format is a directory of files', zh: '该格式是一个目录，含多个文件'},
      {todo: {en: 'name the directory: -o DIR', zh: '请指定目录：-o DIR'}},
    )
  }
  for (const name of names) checkOutput(join(path, name), discovery, host)
  const existing = attempt(path, () => statSync(resolve(host.cwd, path), {throwIfNoEntry: false}))
  if (existing && !existing.isDirectory()) {
    throw new RunError({en: 'is no directory, one is needed', zh: '不是目录，此处需要目录'}, {path})
  }
  return path
}

/**
 * Writes files into a directory, which is made if need be, over files of the same names and no others. They get
 * their names when all are written. The last one vouches for the others: it goes first and comes last.
 */
export function writeDirectory(path: string, files: readonly NewFile[], host: Host): void {
  const directory = resolve(host.cwd, path)
  const isNew = !existsSync(directory)
  if (isNew) attempt(path, () => mkdirSync(directory))
  const drafts: string[] = []
  try {
    for (const {name, chunks} of files) {
      checkReplaceable(join(directory, name), join(path, name))
      drafts.push(attempt(join(path, name), () => writeDraft(directory, chunks)))
    }
    attempt(path, () => rmSync(join(directory, files.at(-1)?.name ?? ''), {force: true}))
    for (const [index, {name}] of files.entries()) {
      attempt(join(path, name), () => renameSync(drafts[index] ?? '', join(directory, name)))
    }
  } catch (error) {
    for (const draft of drafts) rmSync(draft, {force: true})
    if (isNew) removeIfEmpty(directory)
    throw error
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw writeError(path, error)
  }
}

function checkReplaceable(target: string, path: string): void {
  if (!lstatSync(target, {throwIfNoEntry: false})?.isDirectory()) return
  throw new RunError({en: 'is a directory, a file is needed', zh: '是目录，此处需要文件'}, {path})
}

function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory)
  } catch {
    // Something else has come to be in it.
  }
}
