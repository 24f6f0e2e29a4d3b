import {parseArgs} from 'node:util'
import {type CliOption, cliOptions} from './options.ts'

/** A piece of the command line: an option with its value, or an operand. */
export type Token =
  | {
      readonly kind: 'option'
      /** The long name, or what was written if no option has that name. */
      readonly name: string
      /** As it was written, without a value. */
      readonly written: string
      readonly value: string | undefined
      readonly inline: boolean
    }
  | {readonly kind: 'operand'; readonly text: string; readonly afterTerminator: boolean}

/** Splits a command line. Which options take a value is known here, which command takes which option is not. */
export function tokenize(argv: readonly string[]): readonly Token[] {
  const {tokens} = parseArgs({
    args: [...argv],
    options: parserOptions(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const result: Token[] = []
  let afterTerminator = false
  for (const token of tokens) {
    if (token.kind === 'option-terminator') afterTerminator = true
    else if (token.kind === 'positional') result.push({kind: 'operand', text: token.value, afterTerminator})
    else result.push(optionToken(token, argv[token.index] ?? token.rawName))
  }
  return result
}

interface ParsedOption {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function optionToken({name, rawName, value, inlineValue}: ParsedOption, argument: string): Token {
  const known = cliOptions.some((option) => option.name === name || `no-${option.name}` === name)
  // `-quiet` comes apart into five short options, but a user means one.
  const written = !known && /^-[^-]{2}/.test(argument) ? argument.replace(/=.*/s, '') : rawName
  return {kind: 'option', name, written, value, inline: inlineValue === true}
}

function parserOptions(): Record<string, {type: 'boolean' | 'string'; short?: string}> {
  const result: Record<string, {type: 'boolean' | 'string'; short?: string}> = {}
  const all: readonly CliOption[] = cliOptions
  for (const {name, short, type} of all) {
    const takesValue = type !== 'flag' && type !== 'switch' && type !== 'optional'
    result[name] = {type: takesValue ? 'string' : 'boolean', ...(short ? {short} : {})}
    if (type === 'switch') result[`no-${name}`] = {type: 'boolean'}
  }
  return result
}
