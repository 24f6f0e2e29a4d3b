import {closeSync, openSync} from 'node:fs'
import {digestOf} from '../../../cache/digest.ts'
import {readSmall} from '../../read-small.ts'
import {Board} from './board.ts'

/** What another thread is to work out. */
export interface Task {
  /** Of the documents, in the order in which they are asked for. */
  readonly paths: readonly string[]
  /** What each digest begins with. */
  readonly salt: string
  readonly memory: SharedArrayBuffer
}

/** Writes down the digests of documents, but of those that the reader has come to or that are large. What cannot be read is left to it too. */
export function writeDigests({paths, salt, memory}: Task): void {
  const board = new Board(paths.length, memory)
  for (let index = 0; index < paths.length; index = Math.max(index, board.position) + 1) {
    const digest = digestOfFile(paths[index] ?? '', salt)
    if (digest) board.write(index, digest)
  }
}

function digestOfFile(path: string, salt: string): string | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      const bytes = readSmall(file)
      return bytes && digestOf(salt, bytes)
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}
