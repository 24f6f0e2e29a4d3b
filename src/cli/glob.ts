import {dirname, resolve, sep} from 'node:path'
import {isDynamicPattern, glob as search} from 'tinyglobby'
import {type GitIgnore, pathBelow} from './gitignore.ts'
import {gitIgnoreFor, isMarkdown, skippedDirectories} from './walk.ts'

export function isPattern(text: string): boolean {
  return isDynamicPattern(toPattern(text))
}

/**
 * The files that a pattern matches and git does not ignore, as absolute paths in the order of their code
 * units. A pattern that asks for no extension means Markdown files: `docs/**` is not meant to read pictures.
 */
export async function glob(text: string, cwd: string): Promise<readonly string[]> {
  const pattern = toPattern(text)
  const matches = await search(pattern, {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    ignore: skippedDirectories.map((name) => `**/${name}/**`),
  })
  const wanted = namesExtension(pattern) ? matches : matches.filter(isMarkdown)
  const ignored = new Map<string, GitIgnore>()
  return wanted
    .map((path) => resolve(path))
    .filter((path) => !ignoreFileOf(path, cwd, ignored).ignores(path, 'file'))
    .sort()
}

/** On Windows a backslash separates, elsewhere it escapes. */
function toPattern(text: string): string {
  return sep === '\\' ? text.replaceAll('\\', '/') : text
}

function namesExtension(pattern: string): boolean {
  return /\.[^./*]+$/.test(pattern)
}

function ignoreFileOf(path: string, cwd: string, cache: Map<string, GitIgnore>): GitIgnore {
  const start = pathBelow(cwd, path) === undefined ? dirname(path) : cwd
  const cached = cache.get(start)
  if (cached) return cached
  const created = gitIgnoreFor(start, cwd)
  cache.set(start, created)
  return created
}
