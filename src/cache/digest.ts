import {createHash} from 'node:crypto'

type Part = string | Uint8Array

/** The SHA-256 of texts or bytes, in characters that need no quotes. */
export function digestOf(...parts: readonly Part[]): string {
  return digestOfEach(parts)
}

/** The same of any number of them. */
export function digestOfEach(parts: Iterable<Part>): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url')
}

/** How many characters a digest has. */
export const digestLength = 43
