import {spawnSync} from 'node:child_process'

export interface Ran {
  readonly status: number | null
  /** Both outputs. */
  readonly output: string
}

/** Runs a program in a directory to its end. */
export function runIn(
  cwd: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Ran {
  const {status, stdout, stderr, error} = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {...process.env, ...env},
  })
  if (error) throw error
  return {status, output: stdout + stderr}
}
