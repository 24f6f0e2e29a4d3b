import type {Level} from '../../finding.ts'
import {escapeLine} from '../../text/escape.ts'
import {sentenceOf} from '../sentence.ts'
import type {ReportedFinding, Reporter} from '../types.ts'
import {mostSevereFirst} from './located.ts'
import {GITHUB_WORDS} from './words.ts'
import {workflowCommand} from './workflow-command.ts'

/**
 * Workflow commands, which GitHub Actions shows beside the lines of a pull request. The most severe come first, since it
 * shows no more than the first ones of each level in a step; how many are left is said at the end.
 */
export const github = function* (report, language) {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {path, finding} of mostSevereFirst(report)) {
    counts[finding.level]++
    const message = escapeLine(sentenceOf(finding, language))
    yield `${workflowCommand(commandNames[finding.level], propertiesOf(path, finding), message)}\n`
  }
  const beyond = countBeyond(counts)
  const isShown = Object.values(beyond).every((count) => count === 0)
  if (!isShown) yield `${GITHUB_WORDS[language].beyond(shownOfEach, beyond)}\n`
} satisfies Reporter

/** How many commands of each level GitHub shows of one step. */
const shownOfEach = 10

const commandNames: Readonly<Record<Level, string>> = {error: 'error', warning: 'warning', info: 'notice'}

function propertiesOf(path: string, {rule, start, end}: ReportedFinding) {
  // GitHub takes columns within one line only.
  const columns = start.line === end.line ? {col: start.column, endColumn: end.column} : {}
  return {file: path, line: start.line, endLine: end.line, ...columns, title: escapeLine(rule)}
}

function countBeyond(counts: Readonly<Record<Level, number>>): Readonly<Record<Level, number>> {
  const beyond = (level: Level) => Math.max(0, counts[level] - shownOfEach)
  return {error: beyond('error'), warning: beyond('warning'), info: beyond('info')}
}
