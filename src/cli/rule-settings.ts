import {rules} from '../../rules/index.ts'
import type {Level} from '../finding.ts'
import {type RuleSetting, settingLevels} from '../lint.ts'
import {resolveOptions} from '../options.ts'
import type {Rule} from '../rule.ts'
import {isObject} from '../shape/shapes.ts'
import {CommandError} from './errors.ts'
import {suggest} from './suggest.ts'

/** Reads what was given for `--rule`: `ID: LEVEL` or `ID: [LEVEL, {OPTIONS}]`. The last one for a rule holds. */
export async function readRuleSettings(
  texts: readonly string[],
): Promise<Readonly<Record<string, RuleSetting>>> {
  const settings: [string, RuleSetting][] = []
  for (const text of texts) settings.push(await readSetting(text))
  return Object.fromEntries(settings)
}

/** The rule of that id, or a {@link CommandError}. */
export async function findRule(id: string): Promise<Rule> {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule) return rule
  const ids = rules.map((candidate) => candidate.id)
  const see = {en: 'see catalint rules', zh: '见 catalint rules'}
  throw new CommandError(
    {en: `unknown rule ${id}`, zh: `未知规则 ${id}`},
    {todo: (await suggest(id, ids)) ?? see},
  )
}

async function readSetting(text: string): Promise<[string, RuleSetting]> {
  const match = /^\s*([^\s:]+)\s*:\s*(?:"?([^\s"[\],{}]+)"?|\[\s*"?([^\s",\]]+)"?\s*(?:,(.*))?\])\s*$/s.exec(
    text,
  )
  const [, id, plain, listed, options] = match ?? []
  const level = plain ?? listed
  if (id === undefined || level === undefined) throw malformed(text)
  const rule = await findRule(id)
  const checked = await checkLevel(level, text)
  return [id, options === undefined ? checked : [checked, readOptions(rule, options, text)]]
}

async function checkLevel(level: string, text: string): Promise<Level | 'off'> {
  const known = settingLevels.find((candidate) => candidate === level)
  if (known) return known
  throw new CommandError(
    {
      en: `--rule '${text}': the level is ${settingLevels.join(', ')}, not ${level}`,
      zh: `--rule '${text}'：级别须为 ${settingLevels.join('、')}，而不是 ${level}`,
    },
    {todo: await suggest(level, settingLevels)},
  )
}

function readOptions(rule: Rule, json: string, text: string): Readonly<Record<string, unknown>> {
  const given = parseObject(json)
  if (!given) throw malformed(text)
  const problem = resolveOptions(rule.options, given).problems[0]
  if (!problem) return given
  const actual = JSON.stringify(problem.actual)
  throw new CommandError({
    en: `--rule '${text}': option ${problem.option} is ${actual}, expected ${problem.expected.en}`,
    zh: `--rule '${text}'：选项 ${problem.option} 为 ${actual}，应为${problem.expected.zh}`,
  })
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function malformed(text: string): CommandError {
  return new CommandError(
    {en: `--rule '${text}' cannot be read`, zh: `无法识别 --rule '${text}'`},
    {
      todo: {
        en: "write 'ID: LEVEL' or 'ID: [LEVEL, {\"OPTION\": VALUE}]'",
        zh: "写作 'ID: LEVEL' 或 'ID: [LEVEL, {\"OPTION\": VALUE}]'",
      },
    },
  )
}
