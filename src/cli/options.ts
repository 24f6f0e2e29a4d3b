import type {Localized} from '../finding.ts'
import type {CommandName} from './commands.ts'

/** An option of the command line. Parsing, checking, help and the types of the values come from its declaration. */
export type CliOption = {
  readonly name: string
  readonly short?: string
  readonly commands: readonly CommandName[]
  readonly description: Localized
} & (
  | {readonly type: 'flag'}
  /** `--name` and `--no-name`. */
  | {readonly type: 'switch'}
  | {
      readonly type: 'text'
      readonly value: string
      readonly default?: string
      /** The option that it belongs to, which repeats: to the one before it, else to the first. */
      readonly of?: string
    }
  /** `--name`, or `--name=VALUE`: what follows a blank is no value of it. */
  | {readonly type: 'optional'; readonly value: string}
  /** Text that may be given several times. */
  | {readonly type: 'list'; readonly value: string}
  /** A whole number, from 0 where nothing else is said. */
  | {readonly type: 'count'; readonly value: string; readonly minimum?: number}
  | {
      readonly type: 'choice'
      readonly value: string
      readonly values: readonly string[]
      readonly default?: string
      readonly required?: true
      /** It may be given several times; each counts. */
      readonly repeats?: true
    }
)

const everyCommand = ['lint', 'export', 'query', 'diff', 'explain', 'rules', 'merge', 'init'] as const

/** The formats for programs. */
export const machineFormats = ['json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'compact'] as const

/** All options, in the order in which help lists them. One name may be declared for several commands, with one type. */
export const cliOptions = [
  {
    name: 'format',
    type: 'choice',
    value: 'FORMAT',
    values: ['pretty', ...machineFormats],
    default: 'pretty',
    repeats: true,
    commands: ['lint'],
    description: {en: 'how findings are written; repeatable', zh: '结果的输出格式；可重复'},
  },
  {
    name: 'format',
    type: 'choice',
    value: 'FORMAT',
    values: machineFormats,
    default: 'json',
    repeats: true,
    commands: ['merge'],
    description: {en: 'how the joined report is written; repeatable', zh: '合并后报告的格式；可重复'},
  },
  {
    name: 'format',
    type: 'choice',
    value: 'FORMAT',
    values: ['pretty', 'json'],
    default: 'pretty',
    commands: ['rules'],
    description: {en: 'how the list is written', zh: '列表的输出格式'},
  },
  {
    name: 'held',
    type: 'list',
    value: 'A,B',
    commands: ['query'],
    description: {
      en: 'the licences you hold; repeatable; 《 》 round a name that has a comma',
      zh: '所持的资质；可重复；名称中有逗号或顿号时加《 》',
    },
  },
  {
    name: 'category',
    type: 'list',
    value: 'NAME',
    commands: ['query'],
    description: {en: 'only this category; repeatable', zh: '只看该类目；可重复'},
  },
  {
    name: 'format',
    type: 'choice',
    value: 'FORMAT',
    values: ['pretty', 'json'],
    default: 'pretty',
    commands: ['query'],
    description: {en: 'how the answer is written', zh: '答案的输出格式'},
  },
  {
    name: 'base',
    type: 'text',
    value: 'REV',
    commands: ['diff'],
    description: {
      en: 'instead of OLD NEW: what changed in the given paths since this revision of git',
      zh: '代替 OLD NEW：所给路径自 git 的该版本以来的变化',
    },
  },
  {
    name: 'format',
    type: 'choice',
    value: 'FORMAT',
    values: ['pretty', 'json', 'markdown'],
    default: 'pretty',
    commands: ['diff'],
    description: {en: 'how the changes are written', zh: '变化的输出格式'},
  },
  {
    name: 'fail-on',
    type: 'list',
    value: 'A,B',
    commands: ['diff'],
    description: {
      en: 'what ends with 1: kinds of changes, tightened, loosened, none',
      zh: '哪些变化以 1 退出：种类、tightened、loosened 或 none',
    },
  },
  {
    name: 'renames',
    type: 'text',
    value: 'FILE',
    commands: ['diff'],
    description: {
      en: 'entries that have other names now, in JSON, YAML or TOML',
      zh: '已改名的条目（JSON、YAML 或 TOML）',
    },
  },
  {
    name: 'to',
    type: 'choice',
    value: 'FORMAT',
    values: ['json', 'ndjson', 'csv', 'datapackage', 'sql', 'skos'],
    required: true,
    commands: ['export'],
    description: {en: 'the format of the dataset', zh: '数据集的格式'},
  },
  {
    name: 'output',
    short: 'o',
    type: 'text',
    value: 'PATH',
    commands: ['export'],
    description: {
      en: 'write to a file, not to standard output; for datapackage a directory',
      zh: '写入文件而非标准输出；datapackage 为目录',
    },
  },
  {
    name: 'bom',
    type: 'flag',
    commands: ['export'],
    description: {
      en: 'begin with a byte order mark, for csv in Excel',
      zh: '以字节顺序标记开头，便于 Excel 打开 csv',
    },
  },
  {
    name: 'rule',
    type: 'list',
    value: "'ID: LEVEL'",
    commands: ['lint'],
    description: {
      en: 'error, warning, info or off, or [LEVEL, {OPTIONS}]; repeatable',
      zh: 'error、warning、info 或 off，或 [LEVEL, {OPTIONS}]；可重复',
    },
  },
  {
    name: 'fix',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'apply safe fixes to the files, then report what is left',
      zh: '对文件应用安全的修复，再报告剩余的问题',
    },
  },
  {
    name: 'fix-suggestions',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'apply suggestions too, which change data',
      zh: '同时应用会改变数据的建议',
    },
  },
  {
    name: 'dry-run',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'print what fixes would change as a diff, write nothing',
      zh: '以 diff 显示修复会改动什么，不写入文件',
    },
  },
  {
    name: 'as-of',
    type: 'text',
    value: 'DATE',
    commands: ['lint', 'export', 'query', 'diff'],
    description: {
      en: 'the day that licences are judged by, such as 2026-06-01, else today in UTC',
      zh: '以哪一天为准判断证照，如 2026-06-01，默认为今天（UTC）',
    },
  },
  {
    name: 'config',
    type: 'text',
    value: 'FILE',
    commands: ['lint', 'export', 'query', 'diff'],
    description: {
      en: 'the configuration of all documents, else the nearest one above each',
      zh: '用于全部文档的配置，默认各取其上级目录中最近的配置',
    },
  },
  {
    name: 'no-config',
    type: 'flag',
    commands: ['lint', 'export', 'query', 'diff'],
    description: {en: 'do without configurations', zh: '不使用配置'},
  },
  {
    name: 'vocabulary',
    type: 'text',
    value: 'FILE',
    commands: ['lint', 'export', 'query', 'diff'],
    description: {
      en: 'licences of your own in JSON, YAML or TOML, added to the built-in ones',
      zh: '自备的证照词表（JSON、YAML 或 TOML），补充内置词表',
    },
  },
  {
    name: 'quiet',
    type: 'flag',
    commands: ['lint'],
    description: {en: 'report errors only', zh: '只报告错误'},
  },
  {
    name: 'all',
    type: 'flag',
    commands: ['lint'],
    description: {en: 'report each finding by itself, without folding', zh: '逐条报告，不折叠'},
  },
  {
    name: 'max-warnings',
    type: 'count',
    value: 'N',
    commands: ['lint', 'merge'],
    description: {en: 'fail if there are more than N warnings', zh: '警告多于 N 条时判为失败'},
  },
  {
    name: 'baseline',
    type: 'text',
    value: 'PATH',
    commands: ['lint'],
    description: {
      en: 'report only findings that the baseline does not know',
      zh: '只报告基线中没有的结果',
    },
  },
  {
    name: 'update-baseline',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'record what is found in the baseline, else in catalint-baseline.json',
      zh: '将现有结果记入基线，默认为 catalint-baseline.json',
    },
  },
  {
    name: 'changed',
    type: 'optional',
    value: 'REV',
    commands: ['lint'],
    description: {
      en: 'report only what edits brought since the last commit, or since leaving REV',
      zh: '只报告改动带来的结果：自上次提交以来，或自分支离开 REV 以来',
    },
  },
  {
    name: 'staged',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'as --changed, of what is staged in git, not of the files',
      zh: '同 --changed，但读取 git 暂存的内容，而非文件',
    },
  },
  {
    name: 'shard',
    type: 'text',
    value: 'I/N',
    commands: ['lint'],
    description: {
      en: 'lint the Ith of N parts; catalint merge joins reports',
      zh: '只检查 N 份中的第 I 份；catalint merge 合并报告',
    },
  },
  {
    name: 'output-file',
    type: 'text',
    value: 'PATH',
    of: 'format',
    commands: ['lint', 'merge'],
    description: {
      en: 'write the report of the --format before it to a file',
      zh: '将其前一个 --format 的报告写入文件',
    },
  },
  {
    name: 'output-file',
    type: 'text',
    value: 'PATH',
    commands: ['diff'],
    description: {en: 'write the report to a file', zh: '将报告写入文件'},
  },
  {
    name: 'watch',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'lint again whenever documents or configurations change',
      zh: '文档或配置有变动时重新检查',
    },
  },
  {
    name: 'cache',
    type: 'flag',
    commands: ['lint'],
    description: {
      en: 'lint only documents that changed, and take the findings of others from a file',
      zh: '只检查有变动的文档，其余取自缓存文件中的结果',
    },
  },
  {
    name: 'cache-location',
    type: 'text',
    value: 'PATH',
    commands: ['lint'],
    description: {
      en: 'the file of --cache, else in node_modules/.cache, else .catalintcache',
      zh: '--cache 的文件，默认在 node_modules/.cache 中，否则为 .catalintcache',
    },
  },
  {
    name: 'concurrency',
    type: 'count',
    value: 'N',
    minimum: 1,
    commands: ['lint'],
    description: {
      en: 'accepted, as other linters have it: one thread lints, since more take longer; with 1 none reads ahead',
      zh: '与其他检查工具一致而接受；检查只用一个线程，多线程反而更慢；为 1 时也不预读文档',
    },
  },
  {
    name: 'no-fast',
    type: 'flag',
    commands: ['lint', 'export'],
    description: {
      en: 'parse every document as a whole, to compare: it gives the same and takes longer',
      zh: '完整解析每份文档，用于对照：结果相同，耗时更长',
    },
  },
  {
    name: 'stdin-filename',
    type: 'text',
    value: 'PATH',
    default: '<stdin>',
    commands: ['lint', 'export', 'query', 'diff'],
    description: {en: 'the path to report for standard input', zh: '标准输入在报告中的路径'},
  },
  {
    name: 'color',
    type: 'switch',
    commands: ['lint', 'query', 'diff'],
    description: {en: 'colour or not, else on a terminal only', zh: '是否使用颜色，默认仅终端'},
  },
  {
    name: 'lang',
    type: 'choice',
    value: 'LANG',
    values: ['en', 'zh'],
    commands: everyCommand,
    description: {
      en: 'the language of the output, else the locale’s',
      zh: '输出语言，默认随系统区域设置',
    },
  },
  {
    name: 'help',
    short: 'h',
    type: 'flag',
    commands: everyCommand,
    description: {en: 'print this help', zh: '显示此帮助'},
  },
  {
    name: 'version',
    short: 'v',
    type: 'flag',
    commands: everyCommand,
    description: {en: 'print the version', zh: '显示版本'},
  },
] as const satisfies readonly CliOption[]

/** The values of a command's options by name. */
export type OptionValues<N extends CommandName> = {
  readonly [O in OptionOf<N> as O['name']]: ValueOf<O>
}

/** The options that a command takes. */
export function optionsOf(command: CommandName): readonly CliOption[] {
  const all: readonly CliOption[] = cliOptions
  return all.filter(({commands}) => commands.includes(command))
}

type Declared = (typeof cliOptions)[number]

type OptionOf<N extends CommandName> = Declared extends infer O
  ? O extends {readonly commands: readonly (infer C)[]}
    ? N extends C
      ? O
      : never
    : never
  : never

type ValueOf<O> = O extends {readonly type: 'flag'}
  ? boolean
  : O extends {readonly type: 'switch'}
    ? boolean | undefined
    : O extends {readonly type: 'list'}
      ? readonly string[]
      : O extends {readonly type: 'count'}
        ? number | undefined
        : O extends {readonly type: 'optional'}
          ? true | string | undefined
          : O extends {readonly of: string}
            ? readonly (string | undefined)[]
            : O extends {readonly repeats: true}
              ? readonly WordOf<O>[]
              : TextOf<O>

type WordOf<O> = O extends {readonly values: readonly (infer V)[]} ? V : string

type TextOf<O> =
  | WordOf<O>
  | (O extends {readonly default: string} | {readonly required: true} ? never : undefined)
