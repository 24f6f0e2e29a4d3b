import {CommandError} from './errors.ts'
import type {CliOption} from './options.ts'
import {suggest} from './suggest.ts'
import type {Token} from './tokens.ts'

type OptionToken = Extract<Token, {kind: 'option'}>

/** The value that a token gives an option, or a {@link CommandError} that says what the option takes. */
export async function optionValue(option: CliOption, token: OptionToken): Promise<unknown> {
  switch (option.type) {
    case 'flag':
    case 'switch':
      checkNoValue(token)
      return option.type === 'flag' || token.name === option.name
    case 'optional':
      return token.inline ? requiredText(option.value, token) : true
    case 'text':
    case 'list':
      return requiredText(option.value, token)
    case 'count':
      return wholeNumber(token.written, requiredText(option.value, token), option.minimum)
    case 'choice':
      return await oneOf(option.values, token.written, requiredText(option.value, token))
  }
}

function checkNoValue({inline, value, written}: OptionToken): void {
  if (!inline) return
  throw new CommandError({
    en: `${written} takes no value, but was given ${value}`,
    zh: `${written} 不带值，却给了 ${value}`,
  })
}

function requiredText(name: string, {written, value, inline}: OptionToken): string {
  // `--format --quiet` forgets a value; `--max-warnings -1` gives a wrong one.
  const forgotten = !inline && value !== undefined && /^-\D/.test(value)
  if (value && !forgotten) return value
  const usage = written.startsWith('--') ? `${written}=${name}` : `${written} ${name}`
  throw new CommandError(
    {en: `${written} needs a value`, zh: `${written} 需要一个值`},
    {todo: {en: `write ${usage}`, zh: `写作 ${usage}`}},
  )
}

function wholeNumber(written: string, text: string, minimum = 0): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(number) && number >= minimum) return number
  throw new CommandError({
    en: `${written} takes a whole number from ${minimum}, not ${text}`,
    zh: `${written} 须为不小于 ${minimum} 的整数，而不是 ${text}`,
  })
}

async function oneOf(values: readonly string[], written: string, text: string): Promise<string> {
  if (values.includes(text)) return text
  const list = values.join(', ')
  throw new CommandError(
    {en: `${written} takes ${list}, not ${text}`, zh: `${written} 可取 ${list}，而不是 ${text}`},
    {todo: await suggest(text, values)},
  )
}
