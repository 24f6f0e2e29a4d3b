import type {Range} from '../text/range.ts'

/** Greater than the code of each character that may be markup. */
const firstPlain = 0x80

/** By the code of a character: whether it may begin an escape, code, emphasis, a link, HTML, a reference or an address. */
const marks = Uint8Array.from({length: firstPlain}, (_, code) =>
  Number('\0\\`*_~[<&@:wW'.includes(String.fromCharCode(code))),
)

/** Whether the character at an offset may be markup. What follows it, and for `_` what is before it, may rule that out. */
export function isMark(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  return code < firstPlain && marks[code] === 1 && maySay(source, at)
}

/** Whether there may be any markup in a stretch of text. */
export function isMarked(source: string, {start, end}: Range): boolean {
  for (let at = start; at < end; at++) if (isMark(source, at)) return true
  return false
}

function maySay(source: string, at: number): boolean {
  const next = source.charAt(at + 1)
  switch (source[at]) {
    case ':':
      return source.startsWith('//', at + 1)
    case 'w':
    case 'W':
      return (next === 'w' || next === 'W') && /^www\./i.test(source.slice(at, at + 4))
    case '<':
      return /[a-z/!?]/i.test(next)
    case '&':
      return /[#a-z]/i.test(next)
    case '\\':
      return /[!-/:-@[-`{-~\r\n]/.test(next)
    case '_':
      // Within a word it is no emphasis: <https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis>.
      return !(isWord(source.charAt(at - 1)) && isWord(next))
    default:
      return true
  }
}

function isWord(char: string): boolean {
  return /[a-z\d]/i.test(char)
}

/** Whether all marks of a text are one run of `*` or `~`, which has no other to be emphasis with. */
export function isLoneRun(text: string): boolean {
  const run = /(?:\*+|~+)/.exec(text)
  if (!run) return false
  const before = {start: 0, end: run.index}
  const after = {start: run.index + run[0].length, end: text.length}
  return !isMarked(text, before) && !isMarked(text, after)
}
