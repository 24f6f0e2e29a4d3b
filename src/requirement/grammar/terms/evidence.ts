import {namesEvidence} from '../lexicon/evidence.ts'
import {isBlank} from '../tokens/stretch.ts'
import type {Token} from '../tokens/token.ts'

/** Whether tokens end in what a piece of evidence is called. A bracket after the words does not change that. */
export function isEvidence(folded: string, tokens: readonly Token[]): boolean {
  let end = tokens.length
  while (isBlank(tokens[end - 1])) end--
  if (tokens[end - 1]?.kind === 'group' && end > 1) end--
  const last = tokens[end - 1]?.end ?? 0
  return namesEvidence(folded.slice(Math.max(tokens[0]?.start ?? 0, last - longestName), last))
}

/** Of a long stretch only the end is looked at. */
const longestName = 40
