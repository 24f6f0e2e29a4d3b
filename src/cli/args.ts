import type {Language} from '../finding.ts'
import {type CommandName, commandNames, commands, isCommand} from './commands.ts'
import {CommandError} from './errors.ts'
import {localeLanguage} from './language.ts'
import {type CliOption, type OptionValues, optionsOf} from './options.ts'
import {suggest} from './suggest.ts'
import type {Token} from './tokens.ts'
import {optionValue} from './values.ts'

/** A command with what it was given. */
export interface Invocation<N extends CommandName> {
  readonly command: N
  /** Whether the command was named, and not taken for granted. */
  readonly named: boolean
  readonly options: OptionValues<N>
  readonly operands: readonly string[]
  readonly language: Language
}

/** What a command line asks for. */
export type Request =
  | {readonly kind: 'help'; readonly command: CommandName | undefined}
  | {readonly kind: 'version'}
  | {readonly kind: 'run'; readonly invocation: Invocation<CommandName>}

/** Reads a command line, or throws a {@link CommandError} that says what is wrong with it. */
export async function readArguments(tokens: readonly Token[], language: Language): Promise<Request> {
  const first = tokens.find((token) => token.kind === 'operand')
  const named = first !== undefined && !first.afterTerminator && isCommand(first.text)
  const command = named && isCommand(first.text) ? first.text : 'lint'
  if (has(tokens, 'help')) return {kind: 'help', command: named ? command : undefined}
  if (has(tokens, 'version')) return {kind: 'version'}
  const operands = tokens.flatMap((token) =>
    token.kind === 'operand' && !(named && token === first) ? [token.text] : [],
  )
  const values = await optionValues(tokens, command)
  checkOperands(command, operands)
  // The values were checked against the declarations that the type is made from.
  const options = values as unknown as OptionValues<CommandName>
  return {kind: 'run', invocation: {command, named, options, operands, language}}
}

/** The language that a command line asks for, whatever else may be wrong with it. */
export function requestedLanguage(
  tokens: readonly Token[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const asked = tokens.findLast((token) => token.kind === 'option' && token.name === 'lang')
  const value = asked?.kind === 'option' ? asked.value : undefined
  return value === 'en' || value === 'zh' ? value : localeLanguage(env)
}

function has(tokens: readonly Token[], name: string): boolean {
  return tokens.some((token) => token.kind === 'option' && token.name === name)
}

async function optionValues(
  tokens: readonly Token[],
  command: CommandName,
): Promise<Record<string, unknown>> {
  const declared = optionsOf(command)
  const values = Object.fromEntries(declared.map((option) => [option.name, initialValue(option)]))
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = declared.find((candidate) => answersTo(candidate, token.name))
    if (!option) throw await unknownOption(token.written, command)
    take(option, await optionValue(option, token), values)
  }
  for (const option of declared) complete(option, values)
  return values
}

/** The values so far, by the names of the options. */
type Values = Record<string, unknown>

function initialValue(option: CliOption): unknown {
  if (option.type === 'flag') return false
  if (option.type === 'list' || repeats(option) || ownerOf(option)) return []
  return 'default' in option ? option.default : undefined
}

function take(option: CliOption, value: unknown, values: Values): void {
  const {name} = option
  const owner = ownerOf(option)
  if (owner) values[name] = beside(listIn(values, owner), listIn(values, name), value, option)
  else values[name] = option.type === 'list' || repeats(option) ? [...listIn(values, name), value] : value
}

/** The list with a value for the last of the owners, or for the first that will come. */
function beside(
  owners: readonly unknown[],
  list: readonly unknown[],
  value: unknown,
  {name}: CliOption,
): readonly unknown[] {
  const place = Math.max(0, owners.length - 1)
  if (list[place] !== undefined) throw twice(name)
  return Array.from({length: place + 1}, (_, index) => (index === place ? value : list[index]))
}

function listIn(values: Values, name: string): readonly unknown[] {
  const list = values[name]
  return Array.isArray(list) ? list : []
}

function repeats(option: CliOption): boolean {
  return option.type === 'choice' && option.repeats === true
}

function ownerOf(option: CliOption): string | undefined {
  return option.type === 'text' ? option.of : undefined
}

function answersTo(option: CliOption, name: string): boolean {
  return option.name === name || (option.type === 'switch' && name === `no-${option.name}`)
}

/** Fills in the default of an option that repeats, and misses one that is required. */
function complete(option: CliOption, values: Values): void {
  if (option.type !== 'choice') return
  if (option.repeats && option.default && listIn(values, option.name).length === 0) {
    values[option.name] = [option.default]
  }
  if (!option.required || values[option.name] !== undefined) return
  const list = option.values.join(', ')
  throw new CommandError(
    {en: `--${option.name} is missing`, zh: `缺少 --${option.name}`},
    {todo: {en: `give one of ${list}`, zh: `可用的值：${list}`}},
  )
}

function twice(name: string): CommandError {
  return new CommandError(
    {en: `--${name} is given twice for one report`, zh: `同一份报告给出了两次 --${name}`},
    {todo: {en: 'write a --format before each', zh: '请在每个之前写 --format'}},
  )
}

async function unknownOption(written: string, command: CommandName): Promise<CommandError> {
  const name = written.replace(/^-+/, '')
  const owners = commandNames.filter((other) => optionsOf(other).some((option) => answersTo(option, name)))
  if (owners.length > 0 && written.startsWith('--')) {
    const list = owners.join(', ')
    return new CommandError({
      en: `the command ${command} has no option ${written}, it belongs to ${list}`,
      zh: `命令 ${command} 没有选项 ${written}，它属于 ${list}`,
    })
  }
  const names = optionsOf(command).flatMap((option) =>
    option.type === 'switch' ? [option.name, `no-${option.name}`] : [option.name],
  )
  const see = {en: `see catalint ${command} --help`, zh: `见 catalint ${command} --help`}
  const todo = (await suggest(name, names, {en: '--', zh: ' --'})) ?? see
  return new CommandError({en: `unknown option ${written}`, zh: `未知选项 ${written}`}, {todo})
}

function checkOperands(command: CommandName, operands: readonly string[]): void {
  const {name, minimum, maximum} = commands[command].operands ?? {name: '', minimum: 0, maximum: 0}
  const todo = {en: `see catalint ${command} --help`, zh: `见 catalint ${command} --help`}
  if (operands.length < minimum) {
    throw new CommandError({en: `${command} needs a ${name}`, zh: `${command} 需要参数 ${name}`}, {todo})
  }
  const surplus = operands[maximum]
  if (surplus !== undefined) {
    throw new CommandError({en: `unexpected argument ${surplus}`, zh: `多余的参数 ${surplus}`}, {todo})
  }
}
