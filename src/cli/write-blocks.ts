import {closeSync, openSync, writeFileSync} from 'node:fs'

/** Opens a file, hands it on and closes it whatever happens. */
export function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    use(file)
  } finally {
    closeSync(file)
  }
}

/** A text or bytes, in pieces. */
export type Content = Iterable<string> | {readonly bytes: Iterable<Uint8Array>}

export function writeBlocks(file: number, content: Content): void {
  const blocks = 'bytes' in content ? inByteBlocks(content.bytes) : inBlocks(content)
  for (const block of blocks) writeFileSync(file, block)
}

/** How many characters are written at a time. V8 gives each larger text memory of its own, which the system hands out slowly. */
const charactersInBlock = 16 * 1024

/** How many bytes are. */
const bytesInBlock = 64 * 1024

/** Joins small pieces, so that not each of them is a write of its own. */
export function* inBlocks(chunks: Iterable<string>): Iterable<string> {
  let block: string[] = []
  let size = 0
  for (const chunk of chunks) {
    block.push(chunk)
    size += chunk.length
    if (size < charactersInBlock) continue
    yield block.join('')
    block = []
    size = 0
  }
  if (size > 0) yield block.join('')
}

/** Joins small pieces of bytes in one block: it is to be written before the next is asked for, which takes its place. */
export function* inByteBlocks(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  const block = Buffer.allocUnsafeSlow(bytesInBlock)
  let size = 0
  for (const chunk of chunks) {
    if (size + chunk.length > bytesInBlock) {
      yield block.subarray(0, size)
      size = 0
    }
    if (chunk.length > bytesInBlock) yield chunk
    else {
      block.set(chunk, size)
      size += chunk.length
    }
  }
  if (size > 0) yield block.subarray(0, size)
}
