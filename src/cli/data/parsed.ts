import type {Localized} from '../../finding.ts'
import type {DataPath} from '../../shape/problem.ts'

/** What a text of data says. */
export interface Parsed {
  readonly value: unknown
  /** Where something begins in the text, or what would hold it; undefined where the parser does not tell. */
  offsetOf(path: DataPath): number | undefined
}

/** A text that is not of its format, and where it stops being so. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
  readonly offset: number
  readonly what: Localized

  constructor(offset: number, what: Localized, cause?: unknown) {
    super(what.en, {cause})
    this.offset = offset
    this.what = what
  }
}
