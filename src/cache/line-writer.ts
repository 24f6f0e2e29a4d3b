import {DecimalWriter} from './decimals.ts'
import {ownBytes} from './own-bytes.ts'
import {escapeStored, separator} from './stored-text.ts'
import {StoredWriter} from './stored-writer.ts'

/** Puts data down on one line: the numbers with commas between them, then each text behind a separator. There is no tab in it. */
export class LineWriter extends StoredWriter {
  readonly #decimals: DecimalWriter

  constructor() {
    const decimals = new DecimalWriter()
    super(decimals)
    this.#decimals = decimals
  }

  get line(): Buffer {
    const texts = this.texts.map((text) => separator + escapeStored(text))
    return ownBytes(this.#decimals.bytes, texts.join(''))
  }
}
