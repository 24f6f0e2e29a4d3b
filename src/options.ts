import type {Localized} from './finding.ts'

/** The options of a rule by name: their types, defaults, bounds and the table in the rule's documentation. */
export type OptionSchema = Readonly<Record<string, Option>>

export type Option =
  | {readonly type: 'boolean'; readonly default: boolean; readonly description: Localized}
  | {
      readonly type: 'integer'
      readonly default: number
      readonly minimum?: number
      readonly description: Localized
    }
  | {
      readonly type: 'choice'
      readonly values: readonly string[]
      readonly default: string
      readonly description: Localized
    }
  | {readonly type: 'strings'; readonly default: readonly string[]; readonly description: Localized}

/** The values that a schema's options take. */
export type OptionValues<O extends OptionSchema> = {
  readonly [K in keyof O]: O[K] extends {type: 'choice'; values: readonly (infer V)[]}
    ? V
    : O[K] extends {type: 'boolean'}
      ? boolean
      : O[K] extends {type: 'integer'}
        ? number
        : readonly string[]
}

/** What is wrong with a value that a user gave for an option. */
export interface OptionProblem {
  readonly option: string
  readonly expected: Localized
  readonly actual: unknown
}

/** Fills in the defaults of a rule's options and checks the values that a user gave. */
export function resolveOptions(
  schema: OptionSchema,
  given: Readonly<Record<string, unknown>>,
): {readonly values: Readonly<Record<string, unknown>>; readonly problems: readonly OptionProblem[]} {
  const values: Record<string, unknown> = {}
  const problems: OptionProblem[] = []
  for (const [name, option] of Object.entries(schema)) values[name] = option.default
  for (const [name, value] of Object.entries(given)) {
    const option = Object.hasOwn(schema, name) ? schema[name] : undefined
    const expected = option ? expectation(option, value) : nameExpectation(schema)
    if (expected === undefined) values[name] = value
    else problems.push({option: name, expected, actual: value})
  }
  return {values, problems}
}

/** What the option takes, where the value is not of that kind. */
function expectation(option: Option, value: unknown): Localized | undefined {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : {en: 'true or false', zh: ' true 或 false'}
    case 'integer': {
      const minimum = option.minimum ?? 0
      const isMet = Number.isInteger(value) && (value as number) >= minimum
      return isMet ? undefined : {en: `a whole number from ${minimum}`, zh: `不小于 ${minimum} 的整数`}
    }
    case 'choice': {
      const {values} = option
      if (values.includes(value as string)) return undefined
      return {en: `one of ${values.join(', ')}`, zh: ` ${values.join('、')} 之一`}
    }
    case 'strings': {
      const isMet = Array.isArray(value) && value.every((item) => typeof item === 'string')
      return isMet ? undefined : {en: 'a list of strings', zh: '字符串列表'}
    }
  }
}

function nameExpectation(schema: OptionSchema): Localized {
  const names = Object.keys(schema)
  if (names.length === 0) return {en: 'no options', zh: '无选项'}
  return {en: `an option named ${names.join(', ')}`, zh: `名为 ${names.join('、')} 的选项`}
}
