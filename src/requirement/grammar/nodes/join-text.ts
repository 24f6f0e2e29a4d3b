/** Joins two remarks. */
export function joinText(first: string | null, second: string | null): string | null {
  return first && second ? `${first}；${second}` : (first ?? second)
}
