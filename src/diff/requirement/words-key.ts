import {nameKey} from '../../text/normalize.ts'

/** What words in a requirement are compared by. Whether a full stop ends them is a matter of the text. */
export function wordsKey(text: string): string {
  return nameKey(text).replace(/(?<=[^.。])[.。]$/u, '')
}
