import type {Plugin} from 'unified'
import {VFileMessage} from 'vfile-message'
import type {TableDeclarations} from './dataset/declaration.ts'
import type {Finding, Language, Level} from './finding.ts'
import type {RuleSetting} from './lint.ts'
import {lintText} from './lint-text.ts'
import {ruleUrl} from './urls.ts'
import type {VocabularyData} from './vocabulary/types.ts'

/** What the plugin takes: as `lintText`, without the path. */
export interface RemarkCatalintOptions {
  readonly language?: Language
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** As for `lintText`. */
  readonly asOf?: string
  readonly vocabulary?: VocabularyData | readonly VocabularyData[]
  readonly tables?: TableDeclarations
}

/**
 * A remark plugin that puts the findings on the file. It reads the file's text itself, so that it finds the same
 * with and without `remark-gfm`, wherever it stands among other plugins.
 */
const remarkCatalint: Plugin<[RemarkCatalintOptions?]> = (options = {}) => {
  return (_tree, file) => {
    const path = file.path ?? 'input.md'
    for (const finding of lintText(String(file), {...options, path}).findings) {
      const message = file.message(finding.message, {...placeOf(finding), ...causeOf(finding)})
      message.fatal = fatality[finding.level]
      message.url = ruleUrl(finding.rule)
      if (finding.help) message.note = finding.help
    }
  }
}

export default remarkCatalint

/** As vfile has it: true is an error, false a warning, undefined a remark. */
const fatality: Readonly<Record<Level, boolean | undefined>> = {error: true, warning: false, info: undefined}

function placeOf({rule, start, end}: Finding) {
  return {ruleId: rule, source: 'catalint', place: {start, end}}
}

/** The first occurrence, or whatever else the finding speaks of. */
function causeOf({rule, related = []}: Finding) {
  const [first] = related
  if (!first) return {}
  const {message, start, end} = first
  return {cause: new VFileMessage(message, {ruleId: rule, source: 'catalint', place: {start, end}})}
}
