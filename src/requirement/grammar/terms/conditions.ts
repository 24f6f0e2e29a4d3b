import {beforeContains} from '../tokens/kinds.ts'
import {trim} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'

/** `该许可证上的` before `经营范围`. */
const longestSubject = 10

/** Whether a stretch says what a licence must cover or state: `经营范围需包含…`, `含…`, `须注明…`. */
export function isCondition(tokens: readonly Token[]): boolean {
  let length = 0
  for (const [index, {kind, start, end}] of tokens.entries()) {
    if (kind === 'scope') return true
    if (kind === 'contains') return trim(tokens.slice(index + 1))[0]?.kind !== 'license'
    length += end - start
    if (!beforeContains.has(kind) || length > longestSubject) return false
  }
  return false
}
