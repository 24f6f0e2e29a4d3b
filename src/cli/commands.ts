import type {Localized} from '../finding.ts'

export type CommandName = 'lint' | 'export' | 'query' | 'diff' | 'explain' | 'rules' | 'merge' | 'init'

/** What a command is called with beside options, and how often. */
interface Operands {
  readonly name: string
  readonly minimum: number
  readonly maximum: number
  /** How help writes them, where a name and its number do not say it. */
  readonly usage?: string
}

interface Command {
  readonly summary: Localized
  readonly operands?: Operands
}

const paths: Operands = {name: 'PATH', minimum: 0, maximum: Number.POSITIVE_INFINITY}

/** The commands by name. */
export const commands: Readonly<Record<CommandName, Command>> = {
  lint: {
    summary: {
      en: 'Lint Markdown files, directories or globs; - is standard input',
      zh: '检查 Markdown 文件、目录或通配符；- 为标准输入',
    },
    operands: paths,
  },
  export: {
    summary: {en: 'Write the tables as a normalised dataset', zh: '将表格导出为规范化的数据集'},
    operands: paths,
  },
  query: {
    summary: {
      en: 'List which subcategories your licences open, and what the others lack',
      zh: '列出所持资质可开通的二级类目，以及其余类目所缺的资质',
    },
    operands: paths,
  },
  diff: {
    summary: {
      en: 'Tell what an edit changed in the data: two documents, datasets or revisions',
      zh: '说明一次编辑改动了哪些数据：可比较两份文档、数据集或版本',
    },
    operands: {
      name: 'OLD NEW',
      minimum: 0,
      maximum: Number.POSITIVE_INFINITY,
      usage: 'OLD NEW',
    },
  },
  explain: {
    summary: {en: 'Print the documentation of a rule', zh: '显示一条规则的文档'},
    operands: {name: 'RULE', minimum: 1, maximum: 1},
  },
  rules: {
    summary: {en: 'List the rules', zh: '列出所有规则'},
  },
  merge: {
    summary: {
      en: 'Join the JSON reports of shards into the report of one run',
      zh: '将各分片的 JSON 报告合并为一次运行的报告',
    },
    operands: {name: 'REPORT', minimum: 1, maximum: Number.POSITIVE_INFINITY},
  },
  init: {
    summary: {
      en: 'Write a commented configuration, after looking at the tables that are there',
      zh: '查看现有表格，并写出带注释的配置',
    },
    operands: paths,
  },
}

export const commandNames = Object.keys(commands) as readonly CommandName[]

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}
