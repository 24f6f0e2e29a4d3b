import type {Language} from '../finding.ts'
import {mapSeries} from '../text/series.ts'
import {sentenceOf} from './sentence.ts'
import type {ReportedFinding, Reporter, RunReport} from './types.ts'
import {element, xmlDocument} from './xml.ts'

/** The XML of Checkstyle, which many collectors of warnings read. */
export const checkstyle = ((report, language) =>
  xmlDocument('checkstyle', {version: formatVersion}, entriesOf(report, language))) satisfies Reporter

function* entriesOf({files}: RunReport, language: Language): Iterable<Iterable<string>> {
  for (const {path, findings} of files) {
    const errors = mapSeries(findings, (finding) => element('error', attributesOf(finding, language)))
    yield element('file', {name: path}, errors)
  }
}

/** The version of Checkstyle whose format it is. It has not changed since. */
const formatVersion = '4.3'

function attributesOf(finding: ReportedFinding, language: Language) {
  const {rule, level, start} = finding
  const message = sentenceOf(finding, language)
  return {line: start.line, column: start.column, severity: level, message, source: `catalint.${rule}`}
}
