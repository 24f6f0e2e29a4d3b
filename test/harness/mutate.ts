import {createRandom, type Random} from './random.ts'

/** What confuses a reader of Markdown, or one that counts positions in it. */
const hostile = [
  ...['|', '\\', '\\|', '\\\\', '`', '``', '《', '》', '《丙证 》', '<br>', '<br/>', '<!--', '-->', '<ICP>'],
  ...['\t', ' ', '  ', '\u3000', '\r', '\n', '\r\n', '\n\n', '\u2028', '\u0085', '\0', '\uFEFF', '\u00A0'],
  ...['\u200D', '\u200B', '\u0301', '\uFE0F', '𠮷', '👩\u200D👧', '\uD842', '\uDFB7', '\u202E'],
  ...['&amp;', '&nbsp;', '&#x4E2D;', '&#1;', '&nope;', '&ngE;', '&', '`a&amp;b\\\\c`'],
  ...['~~', '*', '**', '_', '[', '](u)', '![《丙证 》(甲)](u)', '[甲](u "t")', '<', '>', '$', '{#a}'],
  ...[
    ' http://a.cn/b ',
    ' www.a.cn ',
    ' a@b.cn ',
    '：http://a.cn/b ',
    '<br>b（www.a.cn ',
    '。a@b.cn ',
    '<https://a.cn>',
    '[^1]',
    '\n[^1]: x\n',
    '\n[r]: u\n',
  ],
  ...[
    '# ',
    '## 一级类目：',
    '> ',
    '- ',
    '1. ',
    '```\n',
    '---\n',
    '|--|--|',
    '| 二级类目 | 资质 |\n|--|--|\n',
  ],
  ...['：', ':', '、', '或', '及', '；', '（', '(', '营业执照', '《营业执照》', '经营许可证', '请上传'],
] as const

/** Changes a text in one to four places. The same text, seed and other text give the same result. */
export function mutate(source: string, seed: number, other: string): string {
  const random = createRandom(seed)
  let text = source
  for (let count = 1 + below(4, random); count > 0; count--) {
    text = pick(operations, random)(text, random, other)
  }
  return text
}

type Operation = (text: string, random: Random, other: string) => string

const operations: readonly Operation[] = [
  (text, random) => {
    const at = below(text.length + 1, random)
    return text.slice(0, at) + pick(hostile, random) + text.slice(at)
  },
  (text, random) => inCell(text, random, pick(hostile, random)),
  (text, random) => inCell(text, random, pick(hostile, random) + pick(hostile, random)),
  (text, random) => {
    const at = below(text.length, random)
    return text.slice(0, at) + text.slice(at + 1 + below(3, random))
  },
  (text, random) => changeLines(text, random, (lines, at) => lines.splice(at, 1)),
  (text, random) => changeLines(text, random, (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  (text, random) =>
    changeLines(text, random, (lines, at) => {
      const [line = ''] = lines.splice(at, 1)
      lines.splice(below(lines.length + 1, random), 0, line)
    }),
  (text, random) => text.slice(0, below(text.length + 1, random)),
  (text, random, other) => {
    const cut = below(text.length + 1, random)
    return text.slice(0, cut) + other.slice(below(other.length + 1, random))
  },
]

/** Puts a piece right beside a character of running text, where a place chosen blindly seldom is. */
function inCell(text: string, random: Random, piece: string): string {
  const places = [...text.matchAll(/(?<=\|[^|\r\n]*)[^\s|-]/g)].map(({index}) => index)
  if (places.length === 0) return text + piece
  const at = pick(places, random)
  return text.slice(0, at) + piece + text.slice(at)
}

function changeLines(text: string, random: Random, change: (lines: string[], at: number) => void): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
  change(lines, below(lines.length, random))
  return lines.join('')
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)] as T
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit)
}
