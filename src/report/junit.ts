import type {Language} from '../finding.ts'
import {sentenceOf} from './sentence.ts'
import type {FileReport, ReportedFinding, Reporter} from './types.ts'
import {element, textElement, xmlDocument} from './xml.ts'

/**
 * JUnit's XML: a suite for each file, a case for each finding. Errors have failed; what fails no run counts as skipped,
 * so that it is seen and the tests pass. A file without findings is a case that passes.
 */
export const junit = (({files}, language) => {
  const suites = files.map((file) => suite(file, language))
  return xmlDocument(element('testsuites', {name: 'catalint', ...count(files)}, suites))
}) satisfies Reporter

/** It is asked for, and the same input gives the same report. */
const time = 0

function suite(file: FileReport, language: Language): readonly string[] {
  const {path, findings} = file
  const cases = findings.map((finding) => testCase(path, finding, language))
  const passed = element('testcase', {name: 'catalint', classname: path, time})
  return element('testsuite', {name: path, ...count([file])}, cases.length > 0 ? cases : [passed])
}

function testCase(path: string, finding: ReportedFinding, language: Language): readonly string[] {
  const {rule, level, start} = finding
  const place = `${start.line}:${start.column}`
  const message = sentenceOf(finding, language)
  const outcome = level === 'error' ? 'failure' : 'skipped'
  return element('testcase', {name: `${rule} ${place}`, classname: path, time}, [
    textElement(outcome, {type: level, message}, `${path}:${place}: ${message}`),
  ])
}

function count(files: readonly FileReport[]) {
  const findings = files.flatMap((file) => file.findings)
  const failures = findings.filter(({level}) => level === 'error').length
  const passed = files.filter((file) => file.findings.length === 0).length
  return {
    tests: findings.length + passed,
    failures,
    errors: 0,
    skipped: findings.length - failures,
    time,
  }
}
