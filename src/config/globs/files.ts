import type {PatternCompiler} from '../../dataset/compile.ts'
import {globSource} from './glob-source.ts'

/** Whether a path relative to the configuration's directory is one of those meant. */
export type PathTest = (path: string) => boolean

/** Compiles globs for documents. One without a slash means names in any folder, a folder all that is in it. */
export function compileFiles(globs: readonly string[], compile: PatternCompiler): PathTest {
  const patterns = globs.map((glob) => compile(globSource(whole(glob), {braces: true})))
  return (path) => patterns.some((pattern) => pattern.test(path))
}

function whole(glob: string): string {
  const path = glob.replace(/^\.\//, '')
  const anywhere = /\/./.test(path) ? path : `**/${path}`
  return anywhere.endsWith('/') ? `${anywhere}**` : anywhere
}
