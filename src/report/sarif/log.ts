import type {Language} from '../../finding.ts'
import {toJsonLine} from '../../text/json.ts'
import {toolUrl} from '../../urls.ts'
import type {RunReport} from '../types.ts'
import {sourceRoot} from './locations.ts'
import {resultsOf} from './results.ts'
import {type RuleDescription, toDescriptor} from './rules.ts'

/** The program that found something. */
export interface Tool {
  readonly version: string
  /** All of its rules. */
  readonly rules: readonly RuleDescription[]
}

/** SARIF 2.1.0, for code scanning: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html> */
export function sarif({version, rules}: Tool) {
  const ids = rules.map(({id}) => id)
  return function* (report: RunReport, language: Language): Iterable<string> {
    const driver = {
      name: 'catalint',
      version,
      semanticVersion: version,
      informationUri: toolUrl,
      rules: rules.map((rule) => toDescriptor(rule, language)),
    }
    const run = {
      tool: {driver},
      language: language === 'zh' ? 'zh-CN' : 'en',
      columnKind: 'utf16CodeUnits',
      newlineSequences: ['\r\n', '\n', '\r'],
      originalUriBaseIds: {[sourceRoot]: {description: {text: rootDescription}}},
    }
    const frame = toJsonLine({$schema: schema, version: '2.1.0', runs: [run]})
    // Of a large repository the results would not fit into a text.
    yield `${frame.slice(0, -runEnd.length)},"results":[`
    let separator = ''
    for (const result of resultsOf(report, ids, language)) {
      yield separator + toJsonLine(result)
      separator = ','
    }
    yield `]${runEnd}\n`
  }
}

/** What ends a log behind the last property of its run. */
const runEnd = '}]}'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const rootDescription = 'The root of the repository, else the directory that catalint was run in.'
