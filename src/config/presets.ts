import type {Rule} from '../rule.ts'
import type {RuleLevel} from './data.ts'

/** A preset: levels by rule. A rule that it does not name is as it is by itself. */
export type Preset = Readonly<Record<string, RuleLevel>>

export const presetNames = ['catalint:recommended', 'catalint:strict', 'catalint:all'] as const

export type PresetName = (typeof presetNames)[number]

export function isPresetName(name: string): name is PresetName {
  return presetNames.some((preset) => preset === name)
}

/** The levels that a preset sets. */
export function presetOf(name: PresetName, rules: readonly Rule[]): Preset {
  switch (name) {
    case 'catalint:recommended':
      return {}
    case 'catalint:strict':
      return strict
    case 'catalint:all':
      return Object.fromEntries(rules.map(({id}) => [id, 'error']))
  }
}

/** What puts the data in doubt fails a run; what may be a slip is worth a warning. Matters of form stay as they are. */
const strict: Preset = {
  'license-name': 'warning',
  'license-unbracketed': 'error',
  'no-ambiguous-requirement': 'warning',
  'no-confusable-key': 'warning',
  'no-duplicate-key': 'error',
  'no-empty-category': 'error',
  'no-misplaced-column': 'error',
  'no-orphan-table': 'error',
  'no-ragged-row': 'error',
  'no-repeated-license': 'error',
}
