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

export function writeBlocks(file: number, chunks: Iterable<string>): void {
  for (const block of inBlocks(chunks)) writeFileSync(file, block)
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
