import {resolve} from 'node:path'
import type {Language} from '../finding.ts'
import {wantsColor} from './color.ts'
import {type Discovery, identity} from './discover.ts'
import {CommandError, errorCode, errorText, RunError} from './errors.ts'
import type {Host} from './host.ts'
import {pathError} from './path-error.ts'
import {replaceFile} from './replace-file.ts'
import {inBlocks} from './write-blocks.ts'

/** Whether a report goes to standard output: no path is given, or the path is `-`. */
export function isStdout(path: string | undefined): path is undefined | '-' {
  return path === undefined || path === '-'
}

/** How wide lines are where no terminal says so. */
const defaultWidth = 100

/** The columns of the terminal that a report goes to. */
export function widthOf(path: string | undefined, {stdout}: Host): number {
  return (isStdout(path) && stdout.columns) || defaultWidth
}

/** Whether a report has colours: a file has them only where they are asked for. */
export function isColored(
  path: string | undefined,
  asked: boolean | undefined,
  {env, stdout}: Host,
): boolean {
  return isStdout(path) ? wantsColor(asked, env, stdout) : asked === true
}

/** Refuses to write over a document that is read in the same run. */
export function checkOutput(
  path: string | undefined,
  {sources}: Pick<Discovery, 'sources'>,
  host: Host,
): void {
  if (isStdout(path)) return
  const target = identity(resolve(host.cwd, path))
  if (!sources.some((source) => source.kind === 'file' && identity(source.absolute) === target)) return
  throw new CommandError(
    {en: `${path} is itself a document of this run`, zh: `${path} 本身就是本次读取的文档`},
    {todo: {en: 'write to another path', zh: '请写入别的路径'}},
  )
}

/** Writes a report to the path that was asked for, or to standard output. */
export function writeReport(text: string, path: string | undefined, host: Host): void {
  if (isStdout(path)) {
    host.stdout.write(text)
    return
  }
  try {
    replaceFile(resolve(host.cwd, path), [text])
  } catch (error) {
    throw writeError(path, error)
  }
}

/** Writes a text that comes in pieces, as fast as the output takes it. */
export async function writeChunks(
  chunks: Iterable<string>,
  path: string | undefined,
  host: Host,
): Promise<void> {
  if (isStdout(path)) {
    await writeStdout(chunks, host)
    return
  }
  try {
    replaceFile(resolve(host.cwd, path), chunks)
  } catch (error) {
    throw writeError(path, error)
  }
}

/** Stops where no one reads on; why, if it is an error, the output itself reports. */
async function writeStdout(chunks: Iterable<string>, {stdout}: Host): Promise<void> {
  for (const text of inBlocks(chunks)) {
    stdout.write(text)
    if (stdout.ready && !(await stdout.ready())) return
  }
}

export function writeError(path: string, error: unknown): Error {
  return errorCode(error) === 'ENOENT' ? missingDirectory(path, error) : pathError(path, error)
}

export function complain(problems: readonly Error[], language: Language, host: Host): void {
  for (const problem of problems) host.stderr.write(errorText(problem, language))
}

function missingDirectory(path: string, cause: unknown): RunError {
  return new RunError(
    {en: 'the directory to write to does not exist', zh: '要写入的目录不存在'},
    {path, todo: {en: 'create it first', zh: '请先创建目录'}, cause},
  )
}
