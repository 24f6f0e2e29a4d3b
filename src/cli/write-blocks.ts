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

/** A text in pieces, or bytes in blocks that are large enough to be written by themselves. */
export type Content = Iterable<string> | {readonly blocks: Iterable<Uint8Array>}

export function writeBlocks(file: number, content: Content): void {
  const blocks = 'blocks' in content ? content.blocks : inBlocks(content)
  for (const block of blocks) writeFileSync(file, block)
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
