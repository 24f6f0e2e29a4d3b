import {ConfigurationError} from '../configuration-error.ts'
import {byName, type LicenseIdentity} from '../requirement/evaluate.ts'
import {printProblem} from '../shape/problem.ts'
import {categoryChanges} from './changes/categories.ts'
import {documentChanges} from './changes/documents.ts'
import {matchSides} from './match/match.ts'
import type {Change, ChangeKind, DatasetDiff, DiffSummary, Rename} from './model.ts'
import {renameProblems} from './renames.ts'
import {type ComparedData, readSide} from './side.ts'

export interface DiffOptions {
  /** Entries that have other names now, by their paths. */
  readonly renames?: readonly Rename[]
  /** How licences are compared: as `licenseIdentity` makes it, else by the names that the datasets state. */
  readonly identity?: LicenseIdentity
}

/** What became of the categories and subcategories of one dataset in another. */
export function diffDatasets(
  before: ComparedData,
  after: ComparedData,
  {renames = [], identity = byName}: DiffOptions = {},
): DatasetDiff {
  const [first, second] = [readSide(before), readSide(after)]
  const [problem] = renameProblems(first, second, renames)
  if (problem) {
    throw new ConfigurationError(printProblem({...problem, path: ['renames', ...problem.path]}).en)
  }
  const sides = matchSides(first, second, {renames, identity})
  const changes: Change[] = [...categoryChanges(sides)]
  changes.push(...documentChanges(sides, changes))
  const summary = countKinds(changes)
  const isDifferent = changes.length > summary.reformatted
  const result = isDifferent ? 'different' : changes.length > 0 ? 'reformatted' : 'identical'
  return {version: 1, result, changes, summary}
}

function countKinds(changes: readonly Change[]): DiffSummary {
  const counts: Record<ChangeKind, number> = {
    added: 0,
    removed: 0,
    renamed: 0,
    moved: 0,
    changed: 0,
    reformatted: 0,
  }
  for (const {kind} of changes) counts[kind]++
  return counts
}
