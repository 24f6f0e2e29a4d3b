import type {Language} from '../../finding.ts'
import {sentenceOf} from '../sentence.ts'
import type {FileReport, ReportedFinding, RunReport} from '../types.ts'
import {
  marksOf,
  toArtifactLocation,
  toDeletedRegion,
  toLogicalLocations,
  toPhysicalLocation,
} from './locations.ts'
import {sarifLevels} from './rules.ts'

/** What a result needs to know of the run that it is part of. */
interface Context {
  readonly ruleIds: readonly string[]
  readonly language: Language
  readonly hasMark: (path: string) => boolean
  /** If a result of a run says whether it is suppressed, all have to. */
  readonly saysSuppressed: boolean
}

export function* resultsOf({files}: RunReport, ruleIds: readonly string[], language: Language) {
  const saysSuppressed = files.some(({suppressed}) => suppressed !== undefined)
  const context = {ruleIds, language, hasMark: marksOf(files), saysSuppressed}
  for (const file of files) yield* fileResults(file, context)
}

function* fileResults({path, findings, suppressed = []}: FileReport, context: Context) {
  const open = context.saysSuppressed ? {suppressions: []} : {}
  for (const finding of findings) yield {...toResult(path, finding, context), ...open}
  for (const finding of suppressed) yield {...toResult(path, finding, context), suppressions: [inBaseline]}
}

const inBaseline = {kind: 'external', justification: 'in the baseline'}

/** What is undefined is left out. */
function toResult(path: string, finding: ReportedFinding, {ruleIds, language, hasMark}: Context) {
  const {rule, level, fingerprint, related} = finding
  const ruleIndex = ruleIds.indexOf(rule)
  return {
    ruleId: rule,
    ruleIndex: ruleIndex < 0 ? undefined : ruleIndex,
    level: sarifLevels[level],
    message: {text: plainMessage(sentenceOf(finding, language))},
    locations: [
      {
        physicalLocation: toPhysicalLocation(path, finding, hasMark(path)),
        logicalLocations: toLogicalLocations(finding),
      },
    ],
    relatedLocations: related?.map((place, id) => ({
      id,
      physicalLocation: toPhysicalLocation(place.path, place, hasMark(place.path)),
      message: {text: plainMessage(place.message)},
    })),
    partialFingerprints: fingerprint === undefined ? undefined : {'catalint/v1': fingerprint},
    fixes: toFixes(path, finding, hasMark(path)),
  }
}

function toFixes(path: string, {fix, help, message}: ReportedFinding, hasMark: boolean) {
  if (!fix || fix.edits.length === 0) return undefined
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: toDeletedRegion(edit, hasMark),
    insertedContent: {text: edit.text},
  }))
  return [
    {
      description: {text: plainMessage(help ?? message)},
      artifactChanges: [{artifactLocation: toArtifactLocation(path), replacements}],
    },
  ]
}

/** Text that is no more than text: a message of SARIF may hold `{0}` for values and links `[text](target)`. */
function plainMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}
