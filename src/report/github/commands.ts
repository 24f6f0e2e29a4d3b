import type {Level} from '../../finding.ts'
import {escapeLine} from '../../text/escape.ts'
import {sentenceOf} from '../sentence.ts'
import type {ReportedFinding, Reporter} from '../types.ts'
import {type Located, mostSevereFirst} from './located.ts'
import {GITHUB_WORDS} from './words.ts'
import {workflowCommand} from './workflow-command.ts'

/**
 * Workflow commands, which GitHub Actions shows beside the lines of a pull request. The most severe come first, since it
 * shows no more than the first ones of each level in a step; how many are left is said at the end.
 */
export const github = ((report, language) => {
  const all = mostSevereFirst(report)
  const commands = all.map(({path, finding}) =>
    workflowCommand(
      commandNames[finding.level],
      propertiesOf(path, finding),
      escapeLine(sentenceOf(finding, language)),
    ),
  )
  const beyond = countBeyond(all)
  const isShown = Object.values(beyond).every((count) => count === 0)
  const lines = isShown ? commands : [...commands, GITHUB_WORDS[language].beyond(shownOfEach, beyond)]
  return lines.map((line) => `${line}\n`).join('')
}) satisfies Reporter

/** How many commands of each level GitHub shows of one step. */
const shownOfEach = 10

const commandNames: Readonly<Record<Level, string>> = {error: 'error', warning: 'warning', info: 'notice'}

function propertiesOf(path: string, {rule, start, end}: ReportedFinding) {
  // GitHub takes columns within one line only.
  const columns = start.line === end.line ? {col: start.column, endColumn: end.column} : {}
  return {file: path, line: start.line, endLine: end.line, ...columns, title: escapeLine(rule)}
}

function countBeyond(all: readonly Located[]): Readonly<Record<Level, number>> {
  const left = (level: Level) => all.filter(({finding}) => finding.level === level).length - shownOfEach
  const beyond = (level: Level) => Math.max(0, left(level))
  return {error: beyond('error'), warning: beyond('warning'), info: beyond('info')}
}
