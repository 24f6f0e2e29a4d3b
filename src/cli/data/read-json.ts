import {readFileSync, statSync} from 'node:fs'
import {decodeText} from '../decode.ts'
import {RunError} from '../errors.ts'
import {pathError} from '../path-error.ts'
import type {DataFile} from './read-data.ts'

/** More than any report or dataset has, and as much as a text may hold. */
const maximumSize = 256 * 1024 * 1024

/** Reads JSON that a program wrote, which may be large. Throws a {@link RunError} if it is none. */
export async function readJson(absolute: string, path: string): Promise<DataFile> {
  const text = decodeText(readBytes(absolute, path), path).replace(/^\uFEFF/, '')
  try {
    return {path, value: JSON.parse(text), place: () => path}
  } catch (cause) {
    throw new RunError(
      {en: 'is not JSON, or not all of it', zh: '不是 JSON，或不完整'},
      {path, todo: {en: 'write it again', zh: '请重新生成'}, cause},
    )
  }
}

function readBytes(absolute: string, path: string): Buffer {
  try {
    if (statSync(absolute).size <= maximumSize) return readFileSync(absolute)
  } catch (error) {
    throw pathError(path, error)
  }
  throw new RunError({en: 'the file has more than 256 MiB', zh: '文件超过 256 MiB'}, {path})
}
