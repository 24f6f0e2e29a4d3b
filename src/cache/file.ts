import {Line} from './line.ts'

/** What the file begins with. Another form of it has another number. */
const title = 'catalint cache 2: findings by what they depend on; remove it at will\n'

const titleBytes = Buffer.from(title)

/** The lines of a file by slot; undefined where it is no cache. One that was cut off is one still. */
export function readLines(bytes: Buffer): ReadonlyMap<string, Line> | undefined {
  const lines = new Map<string, Line>()
  const isTitled = bytes.subarray(0, titleBytes.length).equals(titleBytes.subarray(0, bytes.length))
  if (!isTitled) return undefined
  for (let start = titleBytes.length; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    // What has no end was cut off.
    if (end < 0) break
    const line = new Line(bytes.subarray(start, end))
    if (line.isOne) lines.set(line.slot, line)
    start = end + 1
  }
  return lines
}

/** How many bytes are put together at a time. */
const blockSize = 256 * 1024

/** The bytes of a file, block by block. */
export function* writeLines(lines: Iterable<Line>): Iterable<Uint8Array> {
  let block: Uint8Array[] = [titleBytes]
  let size = 0
  for (const {bytes} of lines) {
    block.push(bytes, lineFeed)
    size += bytes.length
    if (size < blockSize) continue
    yield Buffer.concat(block)
    block = []
    size = 0
  }
  yield Buffer.concat(block)
}

const lineFeed = Buffer.from('\n')
