import type {Language} from '../finding.ts'
import {mapSeries} from '../text/series.ts'
import {sentenceOf} from './sentence.ts'
import type {FileReport, ReportedFinding, Reporter, RunReport} from './types.ts'
import {element, textElement, xmlDocument} from './xml.ts'

/**
 * JUnit's XML: a suite for each file, a case for each finding. Errors have failed; what fails no run counts as skipped,
 * so that it is seen and the tests pass. A file without findings is a case that passes.
 */
export const junit = ((report, language) =>
  xmlDocument(
    'testsuites',
    {name: 'catalint', ...count(report.files)},
    suitesOf(report, language),
  )) satisfies Reporter

function* suitesOf({files}: RunReport, language: Language): Iterable<Iterable<string>> {
  for (const file of files) yield suite(file, language)
}

/** It is asked for, and the same input gives the same report. */
const time = 0

function suite(file: FileReport, language: Language): Iterable<string> {
  const {path, findings} = file
  const cases = mapSeries(findings, (finding) => testCase(path, finding, language))
  const passed = element('testcase', {name: 'catalint', classname: path, time})
  return element('testsuite', {name: path, ...count([file])}, cases.length > 0 ? cases : [passed])
}

function testCase(path: string, finding: ReportedFinding, language: Language): Iterable<string> {
  const {rule, level, start} = finding
  const place = `${start.line}:${start.column}`
  const message = sentenceOf(finding, language)
  const outcome = level === 'error' ? 'failure' : 'skipped'
  return element('testcase', {name: `${rule} ${place}`, classname: path, time}, [
    textElement(outcome, {type: level, message}, `${path}:${place}: ${message}`),
  ])
}

function count(files: readonly FileReport[]) {
  const counts = {tests: 0, failures: 0, errors: 0, skipped: 0, time}
  for (const {findings} of files) {
    let failures = 0
    for (const {level} of findings) if (level === 'error') failures++
    counts.tests += findings.length || 1
    counts.failures += failures
    counts.skipped += findings.length - failures
  }
  return counts
}
