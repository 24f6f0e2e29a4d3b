import type {Language} from '../finding.ts'

interface Words {
  readonly title: readonly string[]
  readonly presets: readonly string[]
  readonly rules: readonly string[]
  readonly ignore: readonly string[]
  readonly vocabulary: readonly string[]
  readonly known: readonly string[]
  readonly nothingKnown: readonly string[]
  readonly others: readonly string[]
  readonly nothingElse: readonly string[]
  readonly notDeclarable: readonly string[]
  found(tables: number, place: string): string
  more(shapes: number): string
}

/** What the comments of a new configuration say. No line begins like data. */
export const words: Readonly<Record<Language, Words>> = {
  en: {
    title: [
      'What holds for the documents in this directory and below. As it stands it changes nothing.',
      'All keys: https://unpkg.com/catalint/docs/configuration.md',
    ],
    presets: ['Or catalint:strict, or catalint:all, and files of your own.'],
    rules: ['Levels by rule: error, warning, info or off. See catalint rules.'],
    ignore: ['Paths that are no documents, as in .gitignore.'],
    vocabulary: ['Licences of your own, here or in a file.'],
    known: ['Tables that were found and are read already:'],
    nothingKnown: ['No table was found that is read already.'],
    others: [
      'Other tables that were found. To have them checked, take away the slashes and what of it only happens',
      'to be so. See https://unpkg.com/catalint/docs/tables.md',
    ],
    nothingElse: ['No other tables were found.'],
    notDeclarable: [
      'This one cannot be declared by its header words: one is missing, there twice, or very long.',
    ],
    found: (tables, place) =>
      tables === 1 ? `1 table, at ${place}` : `${tables} tables, the first at ${place}`,
    more: (shapes) => `And ${shapes} more with other header words.`,
  },
  zh: {
    title: [
      '对此目录及下级目录中的文档有效。目前的内容不改变任何结果。',
      '全部字段：https://unpkg.com/catalint/docs/configuration.md',
    ],
    presets: ['也可用 catalint:strict、catalint:all 或自己的文件。'],
    rules: ['各规则的级别：error、warning、info 或 off。见 catalint rules。'],
    ignore: ['不作为文档的路径，写法同 .gitignore。'],
    vocabulary: ['自备的证照，写在此处或单独的文件中。'],
    known: ['已找到并已能读取的表格：'],
    nothingKnown: ['没有找到已能读取的表格。'],
    others: [
      '找到的其他表格。若要检查，请去掉斜线，并删去只是碰巧成立的约束。',
      '见 https://unpkg.com/catalint/docs/tables.md',
    ],
    nothingElse: ['没有找到其他表格。'],
    notDeclarable: ['无法按表头声明：有表头缺失、重复或过长。'],
    found: (tables, place) =>
      tables === 1 ? `表格 1 个，位于 ${place}` : `表格 ${tables} 个，首个位于 ${place}`,
    more: (shapes) => `另有 ${shapes} 种表头。`,
  },
}
