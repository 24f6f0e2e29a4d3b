import {DecimalReader} from './decimals.ts'
import {Malformed, StoredReader} from './stored-reader.ts'
import {separator, separatorByte, unescapeStored} from './stored-text.ts'

/** What is read from a line; undefined where that is not what was written. */
export function readStored<T>(line: Buffer, read: (stored: StoredReader) => T): T | undefined {
  return attempt(() => read(storedIn(line)))
}

/** What can be read from a line one by one. What is wrong is a {@link Malformed} when its turn comes. */
export function storedIn(line: Buffer): StoredReader {
  return readerOf(line, textsIn)
}

/** Whether that can be read from a line, which is found out without decoding its texts. */
export function isStored(line: Buffer, read: (stored: StoredReader) => void): boolean {
  const isRead = attempt(() => {
    read(readerOf(line, blanksIn))
    return true
  })
  return isRead ?? false
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    // Whatever is wrong, the document itself can be read.
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function readerOf(line: Buffer, textsFrom: (texts: Buffer) => readonly string[]): StoredReader {
  const found = line.indexOf(separatorByte)
  const end = found < 0 ? line.length : found
  const numbers = new DecimalReader(line, end)
  return new StoredReader(textsFrom(line.subarray(end)), () => numbers.next())
}

/** @param bytes each text behind a separator. */
function textsIn(bytes: Buffer): readonly string[] {
  if (bytes.length === 0) return []
  const whole = bytes.toString('utf8', 1)
  const texts = whole.split(separator)
  return whole.includes('\\') ? texts.map(unescapeStored) : texts
}

/** As many texts, with nothing in them. */
function blanksIn(bytes: Buffer): readonly string[] {
  let count = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === separatorByte) count++
  return new Array<string>(count).fill('')
}
