import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {afterAll, beforeAll} from 'vitest'

export interface BuiltProgram {
  /** A directory laid out like the package. */
  readonly home: string
  /** The program in it. */
  readonly program: string
  /** The modules that its files hold, by the names of the files, when it is built. */
  readonly modules: ReadonlyMap<string, readonly string[]>
}

interface BuiltFile {
  readonly path: string
  readonly holds: readonly string[]
}

/** Builds the program before the tests of a file and removes it after them. */
export function builtProgram(): BuiltProgram {
  const home = mkdtempSync(join(tmpdir(), 'catalint-program-'))
  const modules = new Map<string, readonly string[]>()
  beforeAll(async () => {
    const {buildProgram} = (await import(join(process.cwd(), 'scripts', 'build.mjs'))) as {
      buildProgram(directory: string): Promise<readonly BuiltFile[]>
    }
    for (const {path, holds} of await buildProgram(join(home, 'dist'))) modules.set(basename(path), holds)
    cpSync('package.json', join(home, 'package.json'))
    cpSync('rules', join(home, 'rules'), {recursive: true})
  })
  afterAll(() => rmSync(home, {recursive: true, force: true}))
  return {home, program: join(home, 'dist', 'catalint.cjs'), modules}
}
