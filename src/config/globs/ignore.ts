import {dirname} from 'node:path'
import type {PatternCompiler} from '../../dataset/compile.ts'
import type {TextPattern} from '../../dataset/contract.ts'
import {pathBelow} from '../paths.ts'
import {globSource} from './glob-source.ts'

/** A line of `ignore`, read from a directory on. */
export interface IgnoreLine {
  readonly base: string
  readonly pattern: TextPattern
  readonly isNegated: boolean
  readonly forDirectories: boolean
}

/** Reads lines in the syntax of `.gitignore` (<https://git-scm.com/docs/gitignore>). */
export function compileIgnore(
  lines: readonly string[],
  base: string,
  compile: PatternCompiler,
): readonly IgnoreLine[] {
  return lines.flatMap((line) => {
    const body = ignoreBody(line)
    if (body === undefined) return []
    const source = globSource(body.glob, {braces: false})
    return [{base, pattern: compile(source), isNegated: body.isNegated, forDirectories: body.forDirectories}]
  })
}

/** What paths a configuration leaves out. What lies in a directory that is left out cannot be taken in again. */
export class IgnoredPaths {
  readonly #lines: readonly IgnoreLine[]
  readonly #directories = new Map<string, boolean>()

  constructor(lines: readonly IgnoreLine[]) {
    this.#lines = lines
  }

  /** Whether an absolute path is left out, itself or with a directory that it is in. */
  ignores(path: string, kind: 'file' | 'directory'): boolean {
    if (this.#lines.length === 0) return false
    const parent = dirname(path)
    return (parent !== path && this.#ignoresDirectory(parent)) || this.#verdict(path, kind)
  }

  #ignoresDirectory(path: string): boolean {
    const known = this.#directories.get(path)
    if (known !== undefined) return known
    const isBelow = this.#lines.some(({base}) => pathBelow(base, path))
    const ignored = isBelow && this.ignores(path, 'directory')
    this.#directories.set(path, ignored)
    return ignored
  }

  /** The last line that speaks of the path decides. */
  #verdict(path: string, kind: 'file' | 'directory'): boolean {
    const line = this.#lines.findLast(({base, pattern, forDirectories}) => {
      const name = pathBelow(base, path)
      return (
        name !== undefined && name !== '' && (kind === 'directory' || !forDirectories) && pattern.test(name)
      )
    })
    return line !== undefined && !line.isNegated
  }
}

function ignoreBody(line: string) {
  if (line.startsWith('#')) return undefined
  const pattern = line.replace(/(?<!\\) +$/, '')
  const isNegated = pattern.startsWith('!')
  const written = isNegated ? pattern.slice(1) : pattern
  const forDirectories = written.endsWith('/')
  const path = forDirectories ? written.slice(0, -1) : written
  if (path === '' || path === '/') return undefined
  const glob = path.includes('/') ? path.replace(/^\//, '') : `**/${path}`
  return {glob, isNegated, forDirectories}
}
