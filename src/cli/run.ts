import type {Language} from '../finding.ts'
import {type Invocation, type Request, readArguments, requestedLanguage} from './args.ts'
import type {CommandName} from './commands.ts'
import {errorText} from './errors.ts'
import type {ExitStatus, Host} from './host.ts'
import {packageVersion} from './package-version.ts'
import {tokenize} from './tokens.ts'

/** Carries out a command line. Whatever goes wrong is said on standard error and ends with status 2. */
export async function run(argv: readonly string[], host: Host): Promise<ExitStatus> {
  const tokens = tokenize(argv)
  const language = requestedLanguage(tokens, host.env)
  try {
    return await answer(await readArguments(tokens, language), language, host)
  } catch (error) {
    host.stderr.write(errorText(error, language))
    return 2
  }
}

/** Where each command's code is: a run loads only what it uses. */
const loaders: {readonly [N in CommandName]: () => Promise<Command<N>>} = {
  lint: () => import('./lint/lint-command.ts'),
  export: () => import('./export-command.ts'),
  query: () => import('./query-command.ts'),
  diff: () => import('./diff/diff-command.ts'),
  explain: () => import('./explain-command.ts'),
  rules: () => import('./rules-command.ts'),
  merge: () => import('./merge/merge-command.ts'),
  init: () => import('./init-command.ts'),
}

interface Command<N extends CommandName> {
  run(invocation: Invocation<N>, host: Host): Promise<ExitStatus>
}

async function answer(request: Request, language: Language, host: Host): Promise<ExitStatus> {
  switch (request.kind) {
    case 'help': {
      const {help} = await import('./help.ts')
      host.stdout.write(help(request.command, language))
      return 0
    }
    case 'version':
      host.stdout.write(`${packageVersion(host)}\n`)
      return 0
    case 'run':
      return await dispatch(request.invocation, host)
  }
}

async function dispatch<N extends CommandName>(invocation: Invocation<N>, host: Host): Promise<ExitStatus> {
  const command = await loaders[invocation.command]()
  return await command.run(invocation, host)
}
