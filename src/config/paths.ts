import {isAbsolute, relative, sep} from 'node:path'

/** The path seen from a directory, with slashes, if it is in there. */
export function pathBelow(directory: string, path: string): string | undefined {
  const name = relative(directory, path)
  if (isAbsolute(name) || name === '..' || name.startsWith(`..${sep}`)) return undefined
  return sep === '/' ? name : name.replaceAll(sep, '/')
}
