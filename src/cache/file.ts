import {digestLength, digestOf, digestOfEach} from './digest.ts'
import {Line} from './line.ts'

/** What the file begins with. Another form of it has another number. */
const title = 'catalint cache 3: findings by what they depend on; remove it at will\n'

const titleBytes = Buffer.from(title)

/** The title of any form. */
const anyTitle = /^catalint cache \d+: /

/** Behind the title, the digest of what follows and a line feed. */
const linesAt = titleBytes.length + digestLength + 1

/** The lines of a file by slot; undefined where it is no cache. One that was cut off, damaged or has another form is an empty one. */
export function readLines(bytes: Buffer): ReadonlyMap<string, Line> | undefined {
  const isTitled = bytes.subarray(0, titleBytes.length).equals(titleBytes.subarray(0, bytes.length))
  if (!isTitled && !anyTitle.test(bytes.toString('latin1', 0, titleBytes.length))) return undefined
  return (isTitled && isWhole(bytes) && linesIn(bytes)) || new Map()
}

function isWhole(bytes: Buffer): boolean {
  const sum = bytes.toString('latin1', titleBytes.length, linesAt)
  return sum === `${digestOf(bytes.subarray(linesAt))}\n`
}

/** Undefined where something else is among them. */
function linesIn(bytes: Buffer): ReadonlyMap<string, Line> | undefined {
  const lines = new Map<string, Line>()
  for (let start = linesAt; start < bytes.length; ) {
    const line = new Line(bytes, start)
    const {end} = line
    if (end === undefined) return undefined
    lines.set(line.slot, line)
    start = end
  }
  return lines
}

/** The bytes of a file, piece by piece. */
export function* writeLines(lines: readonly Line[]): Iterable<Uint8Array> {
  yield titleBytes
  yield Buffer.from(`${digestOfEach(lines.map(({bytes}) => bytes))}\n`)
  for (const {bytes} of lines) yield bytes
}
