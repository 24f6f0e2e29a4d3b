import {statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {openConfigurations} from '../config/open.ts'
import {identity} from '../discover.ts'
import {RunError} from '../errors.ts'
import type {Exclusions} from '../exclusions.ts'
import type {Host} from '../host.ts'
import type {Lint} from '../lint/run-lint.ts'
import {upwards} from '../upwards.ts'
import {walk} from '../walk.ts'

/** Where something may change that findings depend on. */
export interface Places {
  /** Each is looked at by itself, and not what is below. */
  readonly directories: ReadonlySet<string>
  /** Files that matter whatever they are called. */
  readonly files: ReadonlySet<string>
}

/** The directories of the documents of a run, those of its configurations, and where others may come to be. */
export async function placesOf({operands, options}: Lint, host: Host): Promise<Places> {
  const {exclusions, files: configurationFiles} = await configurationsFor(options, host)
  const directories = new Set<string>()
  const named = [options.config, options.vocabulary, options.baseline].flatMap((path) => path ?? [])
  const files = new Set(named.map((path) => resolve(host.cwd, path)))
  for (const operand of operands.length > 0 ? operands : ['.']) {
    const start = startOf(resolve(host.cwd, operand))
    if (start.isFile) files.add(start.path).add(identity(start.path))
    else
      for (const directory of await directoriesBelow(start.path, host, exclusions)) directories.add(directory)
    const own = start.isFile ? dirname(start.path) : start.path
    // A configuration that holds for it may be in any of these.
    for (const directory of upwards(own)) directories.add(directory)
    await exclusions(own)
  }
  for (const file of [...files, ...configurationFiles()]) {
    files.add(file)
    directories.add(dirname(file))
  }
  return {directories, files}
}

/** Where they are broken the run says so. */
async function configurationsFor(
  options: Lint['options'],
  host: Host,
): Promise<{readonly exclusions: Exclusions; readonly files: () => Iterable<string>}> {
  try {
    const configurations = await openConfigurations(options, host)
    return {exclusions: configurations.exclusions, files: () => configurations.files}
  } catch (error) {
    if (!(error instanceof RunError)) throw error
    return {exclusions: async () => undefined, files: () => []}
  }
}

/** What an argument names, or the nearest directory above that there is: of a pattern, where it begins. */
function startOf(path: string): {readonly path: string; readonly isFile: boolean} {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats) return {path, isFile: !stats.isDirectory()}
  return dirname(path) === path ? {path, isFile: false} : startOf(dirname(path))
}

/** Those in which documents lie, or may, and those that links to documents lead to. */
async function directoriesBelow(
  start: string,
  {cwd}: Host,
  exclusions: Exclusions,
): Promise<readonly string[]> {
  const {files, directories} = await walk(start, cwd, exclusions)
  return [...directories, ...files.map((file) => dirname(identity(file)))]
}
