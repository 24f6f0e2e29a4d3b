/** Puts characters that nobody can see in a listing in the place of `\t`, `\u200B` and `\u{E0100}`. */
export function decodeEscapes(text: string): string {
  return text.replace(/\\(?:t|u([\dA-F]{4})|u\{([\dA-F]{1,6})\})/g, (_, short?: string, long?: string) =>
    short === undefined && long === undefined
      ? '\t'
      : String.fromCodePoint(Number.parseInt(short ?? long ?? '', 16)),
  )
}
