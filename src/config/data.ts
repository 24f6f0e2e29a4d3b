import type {TableDeclaration} from '../dataset/declaration.ts'
import type {RuleSetting} from '../lint.ts'
import type {VocabularyData} from '../vocabulary/types.ts'

/** What a file of configuration says: data, checked by `check.ts` and described by `schema/config.schema.json`. */
export interface ConfigData {
  readonly $schema?: string
  /** Presets by name, and other files of configuration by their paths. */
  readonly extends?: OneOrMany<string>
  /** Which paths are no documents, in the syntax of `.gitignore`. */
  readonly ignore?: OneOrMany<string>
  /** Licences, in place or in files of their own. */
  readonly vocabulary?: OneOrMany<string | VocabularyData>
  readonly rules?: RuleSettings
  readonly tables?: ConfiguredTables
  /** What holds for some documents only. */
  readonly overrides?: readonly Override[]
}

interface Override {
  readonly files: OneOrMany<string>
  readonly excludedFiles?: OneOrMany<string>
  readonly rules?: RuleSettings
  readonly tables?: ConfiguredTables
}

export type RuleSettings = Readonly<Record<string, RuleSetting | readonly [level: RuleLevel]>>

export type RuleLevel = Extract<RuleSetting, string>

/** Declared tables by name; `false` takes one away. */
export type ConfiguredTables = Readonly<Record<string, ConfiguredTable | false>>

interface ConfiguredTable extends TableDeclaration {
  /** The documents that it is looked for in; all where left out. */
  readonly paths?: OneOrMany<string>
}

export type OneOrMany<T> = T | readonly T[]

export function toList<T>(value: OneOrMany<T> | undefined): readonly T[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value as T]
}
