import {existsSync} from 'node:fs'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {displayPath, identity} from '../../discover.ts'
import {type Exclusion, type Exclusions, exclusionOf} from '../../exclusions.ts'
import {isGlob, spellingsOf} from '../../operand.ts'
import {isDocumentPath, isOwnPath} from '../../walk.ts'

/** Files that git knows, by their absolute paths, whether they are in the work tree or not. */
export interface KnownFiles {
  readonly cwd: string
  readonly paths: ReadonlySet<string>
  readonly exclusions: Exclusions
}

/** What an argument of the command line names. */
interface Named {
  /** In the order of their code units. */
  readonly files: readonly string[]
  /** What leaves a file out that was named itself. */
  readonly leftOutBy?: Exclusion
}

/** What an argument names among known files, as it would in the work tree; undefined where that is nothing. */
export async function filesNamed(operand: string, known: KnownFiles): Promise<Named | undefined> {
  for (const spelling of spellingsOf(operand)) {
    const named = await filesAt(resolve(known.cwd, spelling), known)
    if (named) return named
  }
  return (await isGlob(operand)) ? await filesMatching(operand, known) : undefined
}

async function filesAt(named: string, {paths, exclusions}: KnownFiles): Promise<Named | undefined> {
  const path = placeOf(named)
  if (paths.has(path)) return await fileNamed(path, exclusions)
  const prefix = join(identity(path), sep)
  const below = [...paths].filter((file) => file.startsWith(prefix))
  if (below.length === 0) return undefined
  const documents = below.filter((file) => isDocumentPath(file.slice(prefix.length)))
  return {files: await withoutExcluded(documents, exclusions)}
}

/** A path to which no link leads on the way, whether anything is there or not. */
function placeOf(path: string): string {
  const parent = dirname(path)
  if (parent === path) return path
  return join(existsSync(parent) ? identity(parent) : placeOf(parent), basename(path))
}

async function filesMatching(
  pattern: string,
  {cwd, paths, exclusions}: KnownFiles,
): Promise<Named | undefined> {
  const {compileGlob} = await import('../../glob.ts')
  const names = pattern.split('/')
  const first = names.findIndex((name) => /[*?[\]{}()!\\]/.test(name))
  const start = names.slice(0, first).map((name) => `${name}/`)
  const prefix = join(identity(placeOf(resolve(cwd, start.join('')))), sep)
  const isMatch = await compileGlob(names.slice(first).join('/'))
  const matches = [...paths].filter((file) => {
    const path = displayPath(prefix, file)
    return file.startsWith(prefix) && isMatch(path) && isOwnPath(path)
  })
  return matches.length > 0 ? {files: await withoutExcluded(matches, exclusions)} : undefined
}

async function fileNamed(path: string, exclusions: Exclusions): Promise<Named> {
  const leftOutBy = await exclusionOf(path, exclusions)
  return leftOutBy ? {files: [], leftOutBy} : {files: [path]}
}

async function withoutExcluded(files: readonly string[], exclusions: Exclusions): Promise<readonly string[]> {
  const kept: string[] = []
  for (const file of [...files].sort()) {
    if (!(await exclusionOf(file, exclusions))) kept.push(file)
  }
  return kept
}
