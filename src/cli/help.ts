import type {Language, Localized} from '../finding.ts'
import {wrap} from '../report/wrap.ts'
import {type CommandName, commandNames, commands} from './commands.ts'
import {type CliOption, optionsOf} from './options.ts'

/** The help of a command, or of the program as a whole. */
export function help(command: CommandName | undefined, language: Language): string {
  return command === undefined ? programHelp(language) : commandHelp(command, language)
}

const words = {
  usage: {en: 'Usage: ', zh: '用法：'},
  commands: {en: 'Commands:', zh: '命令：'},
  options: {en: 'Options:', zh: '选项：'},
  lintOptions: {en: 'Options of lint:', zh: 'lint 的选项：'},
  default: {en: 'default: ', zh: '默认：'},
  oneOf: {en: 'one of ', zh: '可选 '},
  more: {
    en: 'catalint COMMAND --help lists the options of a command.',
    zh: 'catalint COMMAND --help 列出命令的选项。',
  },
  intro: {
    en: 'Lints the category tables in Markdown documents and reads them as a dataset.',
    zh: '检查 Markdown 文档中的类目表格，并将其读取为数据集。',
  },
  without: {en: 'Without a path: the current directory.', zh: '未给出路径时：当前目录。'},
  status: {
    en: [
      'Exit status:',
      '  0  nothing at error level, and warnings within --max-warnings',
      '  1  errors, or too many warnings',
      '  2  the run itself failed: an unknown option, a file that cannot be read or written',
      'With --dry-run also 1 if something is to be fixed.',
    ].join('\n'),
    zh: [
      '退出状态：',
      '  0  没有错误，且警告数在 --max-warnings 以内',
      '  1  有错误，或警告过多',
      '  2  运行本身失败：未知选项、无法读写的文件等',
      '使用 --dry-run 时，有可修复之处也为 1。',
    ].join('\n'),
  },
} as const satisfies Readonly<Record<string, Localized>>

function programHelp(language: Language): string {
  return sections([
    words.intro[language],
    `${words.usage[language]}catalint [COMMAND] [OPTION…] [PATH…]`,
    list(
      words.commands[language],
      commandNames.map((name) => [usage(name), commands[name].summary[language]]),
    ),
    list(words.lintOptions[language], optionRows('lint', language)),
    words.more[language],
    words.status[language],
  ])
}

function commandHelp(command: CommandName, language: Language): string {
  const {operands} = commands[command]
  const takesPaths = operands?.minimum === 0 && operands.usage === undefined
  return sections([
    `${words.usage[language]}catalint ${usage(command)} [OPTION…]`,
    commands[command].summary[language],
    ...(takesPaths ? [words.without[language]] : []),
    list(words.options[language], optionRows(command, language)),
    ...(command === 'lint' ? [words.status[language]] : []),
  ])
}

function sections(texts: readonly string[]): string {
  return `${texts.join('\n\n')}\n`
}

/** Such as `[lint] [PATH…]`: what is in brackets may be left out. */
function usage(command: CommandName): string {
  const name = command === 'lint' ? '[lint]' : command
  const {operands} = commands[command]
  if (!operands) return name
  if (operands.usage !== undefined) return `${name} ${operands.usage}`
  const argument = operands.maximum > 1 ? `${operands.name}…` : operands.name
  return `${name} ${operands.minimum > 0 ? argument : `[${argument}]`}`
}

function list(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  const lines = rows.flatMap(([left, right]) =>
    wrap(right, helpWidth - width - 4).map(
      (text, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${text}`,
    ),
  )
  return [title, ...lines].join('\n')
}

/** The columns of a terminal that help is written for. */
const helpWidth = 110

function optionRows(command: CommandName, language: Language): readonly (readonly [string, string])[] {
  return optionsOf(command).map((option) => [spelling(option), description(option, language)])
}

function spelling(option: CliOption): string {
  const short = option.short ? `-${option.short}, ` : '    '
  const name = option.type === 'switch' ? `--[no-]${option.name}` : `--${option.name}`
  if (option.type === 'optional') return `${short}${name}[=${option.value}]`
  return `${short}${name}${'value' in option ? ` ${option.value}` : ''}`
}

function description(option: CliOption, language: Language): string {
  const notes = [
    ...(option.type === 'choice' ? [`${words.oneOf[language]}${option.values.join(', ')}`] : []),
    ...('default' in option && option.default ? [`${words.default[language]}${option.default}`] : []),
  ]
  const text = option.description[language]
  if (notes.length === 0) return text
  return language === 'zh' ? `${text}（${notes.join('；')}）` : `${text} (${notes.join('; ')})`
}
