import {createHash} from 'node:crypto'

/** The SHA-256 of texts or bytes, in characters that need no quotes. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url')
}
