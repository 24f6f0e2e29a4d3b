import {distance} from 'fastest-levenshtein'

/**
 * The candidate that a mistyped word most likely stands for: the one fewest edits away, upper and lower
 * case being the same, or one that the word is the beginning of. Nothing where no candidate is close.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase().slice(0, longestWord)
  let best: string | undefined
  let fewest = tolerance(wanted) + 1
  for (const candidate of candidates) {
    const edits = distance(wanted, candidate.toLowerCase())
    if (edits >= fewest) continue
    best = candidate
    fewest = edits
  }
  return best ?? candidates.find((candidate) => isBeginning(wanted, candidate.toLowerCase()))
}

/** Longer words are no slips of the finger, and comparing them would take quadratic time. */
const longestWord = 64

function tolerance(word: string): number {
  if (word.length < 4) return 1
  return Math.max(2, Math.floor(word.length / 3))
}

function isBeginning(word: string, candidate: string): boolean {
  return word.length >= 3 && candidate.startsWith(word)
}
