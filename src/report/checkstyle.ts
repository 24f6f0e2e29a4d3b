import type {Language} from '../finding.ts'
import {sentenceOf} from './sentence.ts'
import type {ReportedFinding, Reporter} from './types.ts'
import {element, xmlDocument} from './xml.ts'

/** The XML of Checkstyle, which many collectors of warnings read. */
export const checkstyle = (({files}, language) => {
  const entries = files.map(({path, findings}) =>
    element(
      'file',
      {name: path},
      findings.map((finding) => element('error', attributesOf(finding, language))),
    ),
  )
  return xmlDocument(element('checkstyle', {version: formatVersion}, entries))
}) satisfies Reporter

/** The version of Checkstyle whose format it is. It has not changed since. */
const formatVersion = '4.3'

function attributesOf(finding: ReportedFinding, language: Language) {
  const {rule, level, start} = finding
  const message = sentenceOf(finding, language)
  return {line: start.line, column: start.column, severity: level, message, source: `catalint.${rule}`}
}
