import {buildDataset} from './dataset/dataset.ts'
import {DefinitionIndex} from './dataset/definitions.ts'
import type {Dataset} from './dataset/entries.ts'
import type {LintOptions} from './lint.ts'
import {checkText, readText} from './lint-text.ts'
import {type LicenseOptions, qualificationReader} from './qualification-reader.ts'
import type {RequirementExpression} from './requirement/expression.ts'

/** Reads the dataset that a Markdown text holds. */
export function readDataset(source: string, options: LintOptions = {}): Dataset {
  return buildDataset([checkText(source, options)])
}

/** A text and the path that the dataset states for it. */
export interface Source {
  readonly source: string
  readonly path: string
  /** What holds for this text alone, on top of what holds for all. */
  readonly options?: Omit<LintOptions, 'path'>
}

/** Reads several Markdown texts into one dataset. */
export function readDatasets(sources: readonly Source[], options: LintOptions = {}): Dataset {
  const texts = sources.map(({source, path, options: own}) => readText(source, {...options, ...own, path}))
  const definitions = texts.some(({needsDefinitions}) => needsDefinitions)
    ? new DefinitionIndex(texts.map(({define}) => define()))
    : undefined
  return buildDataset(texts.map(({document, lint}) => ({document, findings: lint(definitions)})))
}

/** Reads what one qualification text asks for, as it does for a cell. */
export function readRequirement(text: string, options: LicenseOptions = {}): RequirementExpression {
  return qualificationReader(options).express(text)
}
