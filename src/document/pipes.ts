/** Where the pipes of a line stand that no backslash escapes: they part its cells, <https://github.github.com/gfm/#tables-extension->. */
export function unescapedPipes(text: string): readonly number[] {
  const pipes: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '|') pipes.push(at)
  }
  return pipes
}

/** Whether a line without blanks at its ends is written as a delimiter row is: <https://github.github.com/gfm/#delimiter-row>. */
export function hasDelimiterForm(text: string): boolean {
  return /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(text)
}
