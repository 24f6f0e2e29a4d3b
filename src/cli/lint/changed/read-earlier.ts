import type {LintOptions} from '../../../lint.ts'
import type {ReadText} from '../../../lint-read.ts'
import {readText} from '../../../lint-text.ts'
import {isTooDeep} from '../../read.ts'

export type ReadEarlier = typeof readEarlier

/** Reads what a document was before. Undefined where it cannot be parsed: that is no fault of the document as it is. */
export function readEarlier(text: string, options: LintOptions): ReadText | undefined {
  try {
    return readText(text, options)
  } catch (error) {
    if (isTooDeep(error)) return undefined
    throw error
  }
}
