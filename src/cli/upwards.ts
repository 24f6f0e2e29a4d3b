import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** A directory and those above it, as far as the files of one project lie: up to the top of the repository. */
export function* upwards(directory: string): Iterable<string> {
  yield directory
  if (!isTop(directory)) yield* upwards(dirname(directory))
}

/** Whether what lies above a directory is of other projects, or there is nothing above. */
export function isTop(directory: string): boolean {
  return dirname(directory) === directory || existsSync(join(directory, '.git'))
}
