import {Line} from './line.ts'

/** What the file begins with. Another form of it has another number. */
const title = 'catalint cache 3: findings by what they depend on; remove it at will\n'

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

/** The bytes of a file, piece by piece. */
export function* writeLines(lines: Iterable<Line>): Iterable<Uint8Array> {
  yield titleBytes
  for (const {bytes} of lines) {
    yield bytes
    yield lineFeed
  }
}

const lineFeed = Buffer.from('\n')
