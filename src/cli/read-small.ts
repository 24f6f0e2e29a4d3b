import {readSync} from 'node:fs'
import {errorCode} from './errors.ts'

/** As much as most files have. A buffer for each takes three times as long as reading it. */
const shared = Buffer.allocUnsafeSlow(64 * 1024)

/** How many files it has been used for. */
let uses = 0

/**
 * What an open file holds, in a buffer that the next file is read into; undefined where that is more, or where the file is a
 * pipe, which has no places to read at.
 */
export function readSmall(file: number): Buffer | undefined {
  uses++
  try {
    for (let length = 0; length < shared.length; ) {
      const read = readSync(file, shared, length, shared.length - length, length)
      if (read === 0) return shared.subarray(0, length)
      length += read
    }
  } catch (error) {
    if (errorCode(error) !== 'ESPIPE') throw error
  }
  return undefined
}

/** Gives bytes as long as they are there: another file may have taken their place, which is a bug of who asks then. */
export function whileThere(bytes: Buffer): () => Buffer {
  const use = uses
  return () => {
    if (bytes.buffer === shared.buffer && uses !== use) throw new Error('the bytes are gone')
    return bytes
  }
}
