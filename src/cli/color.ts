import type {Output} from './host.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Whether to colour what goes to an output: as asked, else as the environment says, else on a terminal only. */
export function wantsColor(asked: boolean | undefined, env: Environment, output: Output): boolean {
  if (asked !== undefined) return asked
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  // A set but empty NO_COLOR says nothing: https://no-color.org
  if (env.NO_COLOR) return false
  return output.isTTY && env.TERM !== 'dumb'
}
