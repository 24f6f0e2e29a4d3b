import {closeSync, openSync, readFileSync, statSync} from 'node:fs'
import type {Localized} from '../../finding.ts'
import {errorCode, RunError} from '../errors.ts'
import {pathError} from '../path-error.ts'
import {replaceFile} from '../replace-file.ts'

/** A document that was read from a file, and the text to put in its place. */
export interface Replacement {
  readonly path: string
  readonly absolute: string
  readonly before: string
  readonly after: string
}

/**
 * Puts a text in the place of the one that was read, or throws a {@link RunError} and leaves the file as it is: where
 * it is write-protected, where it has changed since it was read, where the disk is full.
 */
export function replaceDocument({path, absolute, before, after}: Replacement): void {
  const old = Buffer.from(before)
  const confirm = () => attempt(path, () => checkUnchanged(absolute, path, old), pathError)
  confirm()
  attempt(path, () => checkWritable(absolute, path), pathError)
  attempt(path, () => replaceFile(absolute, [after], confirm), replacingError)
}

function attempt(path: string, action: () => void, errorFor: (path: string, error: unknown) => Error): void {
  try {
    action()
  } catch (error) {
    if (error instanceof RunError) throw error
    throw errorCode(error) === 'ENOENT' ? removed(path, error) : errorFor(path, error)
  }
}

/** Compares the bytes: a time stamp is too coarse to tell. */
function checkUnchanged(absolute: string, path: string, old: Buffer): void {
  const stats = statSync(absolute)
  if (stats.isFile() && stats.size === old.length && readFileSync(absolute).equals(old)) return
  throw new RunError(
    {en: 'the file has changed since it was read', zh: '文件在读取之后已被改动'},
    {path, todo: again},
  )
}

/** Looks at the write bits too: they do not stop root, but are there to protect the file. */
function checkWritable(absolute: string, path: string): void {
  if ((statSync(absolute).mode & 0o222) === 0) {
    throw new RunError(
      {en: 'the file is write-protected', zh: '文件是只读的'},
      {path, todo: {en: 'make it writable, or leave it out', zh: '请改为可写，或排除该文件'}},
    )
  }
  closeSync(openSync(absolute, 'r+'))
}

/** The file itself may be written to: what is forbidden now is to put another one beside it, or in its place. */
function replacingError(path: string, cause: unknown): Error {
  if (errorCode(cause) !== 'EACCES' && errorCode(cause) !== 'EPERM') return pathError(path, cause)
  return new RunError(
    {en: 'the file cannot be replaced in its directory', zh: '无法在所在目录中替换文件'},
    {path, cause, todo: {en: 'check the permissions of the directory', zh: '请检查目录的权限'}},
  )
}

function removed(path: string, cause: unknown): RunError {
  const what = {en: 'the file was removed after it was read', zh: '文件在读取之后已被删除'}
  return new RunError(what, {path, cause, todo: again})
}

const again: Localized = {en: 'run catalint again', zh: '请重新运行 catalint'}
