import {closeSync, openSync, readSync} from 'node:fs'
import {RunError} from '../errors.ts'
import {pathError} from '../path-error.ts'

/** The most that is ever read, in bytes. */
const maximumSize = 4 * 1024 * 1024

/** Reads no more than the limit: a pipe or a device tells no size beforehand. */
export function readBounded(absolute: string, path: string): Buffer {
  const chunks: Buffer[] = []
  let size = 0
  try {
    const file = openSync(absolute, 'r')
    try {
      for (let count = -1; count !== 0 && size <= maximumSize; size += count) {
        const chunk = Buffer.allocUnsafe(chunkSize)
        count = readSync(file, chunk, 0, chunkSize, null)
        chunks.push(chunk.subarray(0, count))
      }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw pathError(path, error)
  }
  if (size <= maximumSize) return Buffer.concat(chunks)
  const what = {en: 'the file has more than 4 MiB', zh: '文件超过 4 MiB'}
  throw new RunError(what, {path, todo: {en: 'shorten it', zh: '请精简'}})
}

const chunkSize = 64 * 1024
