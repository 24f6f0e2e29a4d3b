import {rules} from '../../rules/index.ts'
import {buildDataset, type Dataset} from '../../src/dataset/dataset.ts'
import type {CategoryDocument} from '../../src/dataset/model.ts'
import {readCategories} from '../../src/dataset/read.ts'
import {readDocument} from '../../src/document/read.ts'
import type {Finding} from '../../src/finding.ts'
import {activateRules, lintDocument} from '../../src/lint.ts'
import {inlineViolations, tableViolations} from './document-violations.ts'
import {findingViolations} from './finding-violations.ts'

export interface Checked {
  readonly document: CategoryDocument
  readonly findings: readonly Finding[]
  readonly dataset: Dataset
}

const active = activateRules(rules)

/** Reads a text as `lintText` and `readDataset` do, once for both. */
export function check(source: string, path = 'a.md'): Checked {
  const document = readCategories(readDocument(source, path))
  const findings = lintDocument(document, active)
  return {document, findings, dataset: buildDataset([{document, findings}])}
}

/** Whatever holds for every text and does not for this one, in words. */
export function violationsOf(source: string): readonly string[] {
  try {
    const {document, findings} = check(source)
    return [
      ...findingViolations(findings, source),
      ...tableViolations(document.markdown),
      ...inlineViolations(document.markdown),
    ]
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
}
