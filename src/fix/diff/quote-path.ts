/**
 * A path as it stands in a diff. One with quotes, backslashes or control characters is quoted as git does it (see
 * `core.quotePath` in git-config), and after one with blanks a tab says where it ends.
 */
export function quotePath(path: string): string {
  if (special.test(path)) return `"${path.replace(eachSpecial, escapeByte)}"`
  return path.includes(' ') ? `${path}\t` : path
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const special = /[\u0000-\u001F\u007F"\\]/
const eachSpecial = new RegExp(special, 'g')

const letters: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

function escapeByte(character: string): string {
  return letters[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}
