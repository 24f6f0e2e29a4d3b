import {dirname, resolve, sep} from 'node:path'
import {isDynamicPattern, glob as search} from 'tinyglobby'
import {pathBelow} from '../config/paths.ts'
import {type Exclusions, exclusionOf} from './exclusions.ts'
import type {GitIgnore} from './gitignore.ts'
import {gitIgnoreFor, isMarkdown, skippedDirectories} from './walk.ts'

export function isPattern(text: string): boolean {
  return isDynamicPattern(toPattern(text))
}

/**
 * The files that a pattern matches and neither git nor the configuration ignores, as absolute paths in the order of their code
 * units. A pattern that asks for no extension means Markdown files: `docs/**` is not meant to read pictures.
 */
export async function glob(text: string, cwd: string, exclusions: Exclusions): Promise<readonly string[]> {
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
  const files: string[] = []
  for (const path of wanted.map((path) => resolve(path)).sort()) {
    if (ignoreFileOf(path, cwd, ignored).ignores(path, 'file')) continue
    if (!(await exclusionOf(path, exclusions))) files.push(path)
  }
  return files
}

/** Whether a path, seen from the working directory, is one that a pattern matches. */
export async function compileGlob(text: string): Promise<(path: string) => boolean> {
  const [{globSource}, {compileLinear}] = await Promise.all([
    import('../config/globs/glob-source.ts'),
    import('./config/linear-patterns.ts'),
  ])
  const glob = toPattern(text).replace(/^\.\//, '')
  const pattern = compileLinear(globSource(glob, {braces: true}))
  const isAsked = namesExtension(glob) ? () => true : isMarkdown
  return (path) => isAsked(path) && pattern.test(path)
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
