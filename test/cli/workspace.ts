import {chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {onTestFinished} from 'vitest'
import type {Host} from '../../src/cli/host.ts'

/** Makes a directory with these files, which is removed after the test. A name that ends in `/` is a directory. */
export function workspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'catalint-')))
  onTestFinished(() => rmSync(root, {recursive: true, force: true}))
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(name.endsWith('/') ? path : dirname(path), {recursive: true})
    if (!name.endsWith('/')) writeFileSync(path, content)
  }
  return root
}

export interface FakeHost extends Host {
  readonly written: {stdout: string; stderr: string}
}

/** A host that keeps what is written and reads standard input from a text. */
export function fakeHost(
  cwd: string,
  {
    stdin = '',
    env = {},
    isTTY = false,
    columns,
  }: {stdin?: string | Uint8Array; env?: Host['env']; isTTY?: boolean; columns?: number} = {},
): FakeHost {
  const written = {stdout: '', stderr: ''}
  const output = (name: keyof typeof written) => ({
    isTTY,
    columns,
    write: (text: string) => {
      written[name] += text
    },
  })
  return {
    cwd,
    env,
    packageDirectory: join(import.meta.dirname, '..', '..'),
    build: 'test',
    // Nobody interrupts a test.
    interrupted: () => new Promise<void>(() => {}),
    stdin: async function* () {
      yield Buffer.from(stdin)
    },
    stdout: output('stdout'),
    stderr: output('stderr'),
    written,
  }
}

/** Runs an action as a user whom permissions bind: as root, as the user nobody. */
export async function asOrdinaryUser<T>(root: string, action: () => T | Promise<T>): Promise<T> {
  const {getuid, seteuid} = process
  if (getuid?.() !== 0 || !seteuid) return action()
  chmodSync(root, 0o755)
  seteuid('nobody')
  try {
    return await action()
  } finally {
    seteuid(0)
  }
}
