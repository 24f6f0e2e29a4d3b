import {isAbsolute, resolve} from 'node:path'
import {displayPath, identity} from '../discover.ts'
import type {Host} from '../host.ts'
import type {Format} from './outputs.ts'

/** Where the services that read a format say the root of the repository is: they take paths from there. */
const rootVariables: {readonly [F in Format]?: readonly string[]} = {
  github: ['GITHUB_WORKSPACE'],
  gitlab: ['CI_PROJECT_DIR'],
  sarif: ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'],
}

/** Turns a path from the working directory into one from the root of the repository, where the format has to. */
export function fromRepository(format: Format, {cwd, env}: Host): ((path: string) => string) | undefined {
  const [root] = (rootVariables[format] ?? []).flatMap((name) => env[name] || [])
  if (root === undefined) return undefined
  const top = identity(resolve(cwd, root))
  return (path) => {
    const moved = displayPath(top, resolve(identity(cwd), path))
    const isOutside = moved === '..' || moved.startsWith('../') || isAbsolute(moved)
    return isOutside ? path : moved
  }
}
