import {rules} from '../../rules/index.ts'
import {compileTables} from '../../src/dataset/compile.ts'
import {buildDataset} from '../../src/dataset/dataset.ts'
import type {Dataset} from '../../src/dataset/entries.ts'
import type {TabularDocument} from '../../src/dataset/model.ts'
import {readTables} from '../../src/dataset/read.ts'
import {readDocument} from '../../src/document/read.ts'
import {exportJson} from '../../src/export/json.ts'
import type {Finding} from '../../src/finding.ts'
import {activateRules, lintDocument} from '../../src/lint.ts'
import {qualificationReader} from '../../src/qualification-reader.ts'
import {problemsOf} from '../dataset/validator.ts'
import {inlineViolations, tableViolations} from './document-violations.ts'
import {findingViolations} from './finding-violations.ts'

export interface Checked {
  readonly document: TabularDocument
  readonly findings: readonly Finding[]
  readonly dataset: Dataset
}

const active = activateRules(rules)
const contracts = compileTables()

/** Reads a text as `lintText` and `readDataset` do, once for both. */
export function check(source: string, path = 'a.md'): Checked {
  const document = read(source, path)
  const findings = lintDocument(document, active)
  return {document, findings, dataset: buildDataset([{document, findings}])}
}

/** Reads a text without running a rule. */
export function read(source: string, path = 'a.md'): TabularDocument {
  return readTables(readDocument(source, path), qualificationReader({}), contracts)
}

/** Whatever holds for every text and does not for this one, in words. */
export function violationsOf(source: string): readonly string[] {
  try {
    const checked = check(source)
    const isSame = written(check(source)) === written(checked)
    return [...violationsIn(checked, source), ...(isSame ? [] : ['another run gives something else'])]
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}

export function violationsIn({document, findings, dataset}: Checked, source: string): readonly string[] {
  return [
    ...findingViolations(findings, source),
    ...tableViolations(document.markdown),
    ...inlineViolations(document.markdown),
    ...problemsOf(dataset),
  ]
}

function written({findings, dataset}: Checked): string {
  return JSON.stringify(findings) + exportJson(dataset)
}
