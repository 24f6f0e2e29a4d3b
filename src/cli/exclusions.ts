import {dirname} from 'node:path'

/** What the configuration that holds in a directory leaves out. */
export interface Exclusion {
  /** The path of the configuration. */
  readonly configuration: string
  ignores(absolute: string, kind: 'file' | 'directory'): boolean
}

export type Exclusions = (directory: string) => Promise<Exclusion | undefined>

/** What leaves a file out that lies somewhere, if anything does. */
export async function exclusionOf(file: string, exclusions: Exclusions): Promise<Exclusion | undefined> {
  const exclusion = await exclusions(dirname(file))
  return exclusion?.ignores(file, 'file') ? exclusion : undefined
}
