import type {Random} from '../harness/random.ts'

/** Ways of writing a character that leave the text the same, or nearly so. */
const spellings: readonly ((char: string) => string)[] = [
  (char) => `**${char}**`,
  (char) => `*${char}`,
  (char) => `_${char}_`,
  (char) => `~~${char}~~`,
  (char) => `\`${char}\``,
  (char) => `\\${char}`,
  (char) => `&#${char.codePointAt(0)};`,
  (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`,
  (char) => `[${char}](u)`,
  (char) => `[${char}](<a b> "t)")`,
  (char) => `[${char}]`,
  (char) => `[${char}][r]`,
  (char) => `![${char}](u)`,
  (char) => `${char}[](u)`,
  (char) => `${char}![](u \\| "v")`,
  (char) => `${char}[^1]`,
  (char) => `${char}<!-- | -->`,
  (char) => `${char}<!-- \\| \n -->`,
  (char) => `${char}<!---->`,
  (char) => `<!-->${char}`,
  (char) => `<b>${char}</b>`,
  (char) => `<a href="x>y" title='"'>${char}</a>`,
  (char) => `<i\nid=x>${char}`,
  (char) => `${char}<br>`,
  (char) => `<?x?>${char}`,
  (char) => `${char}(甲)`,
  (char) => `${char}（甲）`,
  (char) => `(\\|)${char}`,
  (char) => `${char} `,
  (char) => `${char}\n`,
  (char) => `${char}\u200B`,
  (char) => `\uFEFF${char}`,
  (char) => `${char}\u00AD`,
  (char) => `${char}\u0301`,
  (char) => `\0${char}`,
  (char) => `${char}:`,
  (char) => `${char}*`,
  (char) => char.toUpperCase(),
  (char) => char.replace(/[!-~]/, (ascii) => String.fromCharCode(ascii.charCodeAt(0) + 0xfee0)),
  (char) => char.replace('级', '級').replace('类', '\uF9D0'),
  (char) => char.normalize('NFD'),
  (char) =>
    ({k: '\u212A', s: 'ſ', a: '𝐚', c: 'ⓒ', l: 'Ⅼ', i: 'ⅰ', '1': '①', ':': '：'})[char.toLowerCase()] ?? char,
]

/** Writes some characters of a text otherwise; `most` are left as they are. */
export function disguise(text: string, random: Random, rate: number): string {
  return Array.from(text, (char) => (random() < rate ? pick(spellings, random)(char) : char)).join('')
}

/** What may stand before a block on each of its lines. */
const frames: readonly (readonly [first: string, others: string])[] = [
  ['', ''],
  ['> ', '> '],
  ['>', ''],
  ['- ', '  '],
  ['* > ', '  > '],
  ['12. ', '    '],
  ['1) - ', '     '],
  ['- [x] ', '  '],
  ['- [ ] ', '  '],
  ['[^1]: ', '    '],
  ['   ', '   '],
  ['\t', '\t'],
  ['    ', '    '],
  ['<div>\n', ''],
  ['<!-- x\n', ''],
  ['[r]: u\n', ''],
  ['---\na: b\n---\n', ''],
  ['甲\n', ''],
  ['| a |\n', ''],
  ['```\n', ''],
]

/** Puts lines into lists, quotes, footnotes and what is no text. */
export function frame(text: string, random: Random): string {
  const [first, others] = pick(frames, random)
  return first + text.replaceAll('\n', `\n${others}`)
}

export function pick<T>(list: readonly T[], random: Random): T {
  const item = list[Math.floor(random() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
