import {spawn} from 'node:child_process'
import {text} from 'node:stream/consumers'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script with Node.js from the top of the repository. */
export async function runNode(...argv: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, argv, {stdio: ['ignore', 'pipe', 'pipe']})
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return {status, stdout, stderr}
}
