/** What a sticky pattern matches at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** How much of a text a sticky pattern matches at a place. */
export function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0
}

/** Any of the words, which are listed with blanks or line breaks between them. A word may be a pattern itself. */
export function anyOf(...lists: readonly string[]): string {
  return `(?:${lists
    .flatMap((list) => list.split(/\s+/))
    .filter(Boolean)
    .join('|')})`
}

/** Characters as they are written in the class of a pattern. */
export function escapeClass(characters: string): string {
  return characters.replace(/[[\\\]^-]/g, '\\$&')
}

/** The end of a text, without blanks behind it. What a pattern looks for there is shorter than this. */
export function endOf(text: string): string {
  return text
    .slice(-longestEnd * 2)
    .trimEnd()
    .slice(-longestEnd)
}

const longestEnd = 16
