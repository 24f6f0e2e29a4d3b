import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {errorCode, RunError} from '../errors.ts'

/** A configuration that lies in a directory: a file of its own, or a part of package.json. */
export interface Location {
  readonly absolute: string
  /** The key that it stands under. */
  readonly key?: 'catalint'
}

/** In the order in which they are looked for. */
export const configNames = ['json', 'jsonc', 'yaml', 'yml', 'toml'].map(
  (ending) => `catalint.config.${ending}`,
)

/** A file that may hold a configuration beside other things. */
export const manifestName = 'package.json'

/** The configuration in a directory itself, or a {@link RunError} where there are two. */
export function findIn(directory: string, display: (absolute: string) => string): Location | undefined {
  const files = configNames.map((name) => join(directory, name)).filter(exists)
  const manifest = join(directory, manifestName)
  const found: readonly Location[] = [
    ...files.map((absolute) => ({absolute})),
    ...(mayConfigure(manifest) ? [{absolute: manifest, key: 'catalint'} as const] : []),
  ]
  const [first, second] = found
  if (!first || !second) return first
  const name = display(first.absolute)
  throw new RunError(
    {en: `there is ${name} beside it`, zh: `旁边已有 ${name}`},
    {path: display(second.absolute), todo: {en: 'keep one of the two', zh: '请只保留其一'}},
  )
}

function exists(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) !== undefined
  } catch (error) {
    // What cannot be looked at is reported when it is read. A path that is none holds nothing.
    return errorCode(error) === 'EACCES' || errorCode(error) === 'ELOOP'
  }
}

/** Whether a manifest has a part for catalint. One that npm could not read either is left alone. */
function mayConfigure(manifest: string): boolean {
  try {
    const text = readFileSync(manifest, 'utf8')
    if (!text.includes('"catalint"')) return false
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'catalint')
  } catch {
    return false
  }
}
