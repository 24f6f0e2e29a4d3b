import {DecimalReader} from './decimals.ts'
import {Malformed, StoredReader} from './stored-reader.ts'
import {separator, separatorByte, unescapeStored} from './stored-text.ts'

/** What is read from a line; undefined where that is not what was written. */
export function readStored<T>(line: Buffer, read: (stored: StoredReader) => T): T | undefined {
  try {
    return read(storedIn(line))
  } catch (error) {
    // Whatever is wrong, the document itself can be read.
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** What can be read from a line one by one. What is wrong is a {@link Malformed} when its turn comes. */
export function storedIn(line: Buffer): StoredReader {
  const found = line.indexOf(separatorByte)
  const end = found < 0 ? line.length : found
  return new StoredReader(textsIn(line, end), new DecimalReader(line, end))
}

/** @param start where the first separator is: there is one before each text. */
function textsIn(line: Buffer, start: number): readonly string[] {
  if (start === line.length) return []
  const whole = line.toString('utf8', start + 1)
  const texts = whole.split(separator)
  return whole.includes('\\') ? texts.map(unescapeStored) : texts
}
