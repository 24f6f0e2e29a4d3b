import {dirname, resolve, sep} from 'node:path'
import {displayPath, type Exclusion, type Exclusions} from '../../discover.ts'
import {isMarkdown, skippedDirectories} from '../../walk.ts'

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
  const {cwd, paths, exclusions} = known
  const path = resolve(cwd, operand)
  if (paths.has(path)) return await fileNamed(path, exclusions)
  const prefix = path.endsWith(sep) ? path : path + sep
  const below = [...paths].filter((file) => file.startsWith(prefix))
  if (below.length > 0) {
    const documents = below.filter((file) => isMarkdown(file) && isOwn(file.slice(prefix.length)))
    return {files: await withoutExcluded(documents, exclusions)}
  }
  if (!/[*?[\]{}()!]/.test(operand)) return undefined
  const {compileGlob, isPattern} = await import('../../glob.ts')
  if (!isPattern(operand)) return undefined
  const isMatch = await compileGlob(operand)
  const matches = [...paths].filter(
    (file) => isMatch(displayPath(cwd, file)) && isOwn(displayPath(cwd, file)),
  )
  return {files: await withoutExcluded(matches, exclusions)}
}

async function fileNamed(path: string, exclusions: Exclusions): Promise<Named> {
  const exclusion = await exclusions(dirname(path))
  return exclusion?.ignores(path, 'file') ? {files: [], leftOutBy: exclusion} : {files: [path]}
}

/** Whether it is neither in a directory of other projects nor the lock of an editor. */
function isOwn(path: string): boolean {
  const names = path.split(/[\\/]/)
  return !names.at(-1)?.startsWith('.#') && !names.some((name) => skippedDirectories.includes(name))
}

async function withoutExcluded(files: readonly string[], exclusions: Exclusions): Promise<readonly string[]> {
  const kept: string[] = []
  for (const file of [...files].sort()) {
    const exclusion = await exclusions(dirname(file))
    if (!exclusion?.ignores(file, 'file')) kept.push(file)
  }
  return kept
}
