import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll} from 'vitest'

export interface BuiltProgram {
  /** A directory laid out like the package. */
  readonly home: string
  /** The program in it. */
  readonly program: string
}

/** Builds the program before the tests of a file and removes it after them. */
export function builtProgram(): BuiltProgram {
  const home = mkdtempSync(join(tmpdir(), 'catalint-program-'))
  beforeAll(async () => {
    const {buildProgram} = (await import(join(process.cwd(), 'scripts', 'build.mjs'))) as {
      buildProgram(directory: string): Promise<void>
    }
    await buildProgram(join(home, 'dist'))
    cpSync('package.json', join(home, 'package.json'))
    cpSync('rules', join(home, 'rules'), {recursive: true})
  })
  afterAll(() => rmSync(home, {recursive: true, force: true}))
  return {home, program: join(home, 'dist', 'catalint.cjs')}
}
