import type {Language, Level} from '../finding.ts'
import {jsonListChunks} from '../text/json-chunks.ts'
import {sentenceOf} from './sentence.ts'
import type {Reporter, RunReport} from './types.ts'

/** The code quality report of GitLab: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format> */
export const gitlab = ((report, language) => jsonListChunks(issuesIn(report, language))) satisfies Reporter

function* issuesIn({files}: RunReport, language: Language) {
  for (const {path, findings} of files) {
    for (const finding of findings) {
      yield {
        description: sentenceOf(finding, language),
        check_name: finding.rule,
        fingerprint: finding.fingerprint,
        severity: severities[finding.level],
        location: {path, lines: {begin: finding.start.line, end: finding.end.line}},
      }
    }
  }
}

/** `blocker` and `critical` are for what must not run; a wrong table does not stop a program. */
const severities: Readonly<Record<Level, string>> = {error: 'major', warning: 'minor', info: 'info'}
