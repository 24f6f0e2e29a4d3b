import {Line} from './line.ts'

/** What the file begins with. Another form of it has another number. */
const title = 'catalint cache 2: findings by what they depend on; remove it at will\n'

const titleBytes = Buffer.from(title)

/** The title of any form. */
const anyTitle = /^catalint cache \d+: /

/** The lines of a file by slot; undefined where it is no cache. One that was cut off or has another form is one still. */
export function readLines(bytes: Buffer): ReadonlyMap<string, Line> | undefined {
  const lines = new Map<string, Line>()
  const isTitled = bytes.subarray(0, titleBytes.length).equals(titleBytes.subarray(0, bytes.length))
  if (!isTitled) return anyTitle.test(bytes.toString('latin1', 0, titleBytes.length)) ? lines : undefined
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
const blockSize = 64 * 1024

/** The bytes of a file, block by block. A block is to be written before the next is asked for: it takes its place. */
export function* writeLines(lines: Iterable<Line>): Iterable<Uint8Array> {
  const block = Buffer.allocUnsafeSlow(blockSize)
  let size = 0
  for (const bytes of piecesOf(lines)) {
    if (size + bytes.length > blockSize) {
      yield block.subarray(0, size)
      size = 0
    }
    if (bytes.length > blockSize) yield bytes
    else size += bytes.copy(block, size)
  }
  yield block.subarray(0, size)
}

function* piecesOf(lines: Iterable<Line>): Iterable<Buffer> {
  yield titleBytes
  for (const {bytes} of lines) {
    yield bytes
    yield lineFeed
  }
}

const lineFeed = Buffer.from('\n')
