import {isAbsolute, relative, sep} from 'node:path'

/** The path seen from a directory, with slashes, if it is in there. */
export function pathBelow(directory: string, path: string): string | undefined {
  // Most paths are plainly below: to ask Node.js takes ten times as long.
  const isPlain = path.startsWith(directory) && path[directory.length] === sep
  const name = isPlain ? path.slice(directory.length + 1) : relative(directory, path)
  if (isAbsolute(name) || name === '..' || name.startsWith(`..${sep}`)) return undefined
  return sep === '/' ? name : name.replaceAll(sep, '/')
}
