/**
 * Texts and bytes as bytes in memory of their own. What `Buffer.from` and `Buffer.concat` give shares a block with other bytes,
 * which stays whole until the last of them goes.
 */
export function ownBytes(...parts: readonly (string | Uint8Array)[]): Buffer {
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((size, part) => size + Buffer.byteLength(part), 0))
  let at = 0
  for (const part of parts) {
    if (typeof part === 'string') at += bytes.write(part, at)
    else {
      bytes.set(part, at)
      at += part.length
    }
  }
  return bytes
}
