import {randomUUID} from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

/**
 * Writes a file in such a way that a failure leaves what was there before: a part would pass for the whole.
 * What is no ordinary file, such as a device or a pipe, is written to as it is.
 */
export function replaceFile(path: string, chunks: Iterable<string>): void {
  const existing = statSync(path, {throwIfNoEntry: false})
  if (existing && !existing.isFile()) {
    writeBlocks(openSync(path, 'w'), chunks)
    return
  }
  // A link stays, and what it leads to is replaced.
  const target = existing ? realpathSync(path) : path
  const draft = writeDraft(dirname(target), chunks, existing?.mode)
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
}

/** Writes a new file beside those that are there, and says where it is. */
export function writeDraft(directory: string, chunks: Iterable<string>, mode?: number): string {
  const draft = join(directory, `.catalint-${randomUUID()}`)
  const file = openSync(draft, 'wx')
  try {
    if (mode !== undefined) fchmodSync(file, mode)
    writeBlocks(file, chunks)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
  return draft
}

function writeBlocks(file: number, chunks: Iterable<string>): void {
  try {
    for (const block of inBlocks(chunks)) writeFileSync(file, block)
  } finally {
    closeSync(file)
  }
}

/** How many characters are written at a time. */
const blockSize = 64 * 1024

/** Joins small pieces, so that not each of them is a write of its own. */
export function* inBlocks(chunks: Iterable<string>): Iterable<string> {
  let block: string[] = []
  let size = 0
  for (const chunk of chunks) {
    block.push(chunk)
    size += chunk.length
    if (size < blockSize) continue
    yield block.join('')
    block = []
    size = 0
  }
  if (size > 0) yield block.join('')
}
