#!/usr/bin/env node
import {statSync} from 'node:fs'
import module, {createRequire} from 'node:module'
import {join} from 'node:path'
import {KeptCode} from './kept-code.ts'

/** Put in when the program is built. */
declare const buildId: string

start()

/**
 * Starts the program, which lies beside this file when it is built, and has the code kept that V8 makes of it: by Node.js where
 * that can, which is since 22.1. It is kept beside the program, so that who could put something else there could change the
 * program as well; and that of another user is left as it is.
 */
function start(): void {
  const program = join(__dirname, 'program', 'main.cjs')
  const directory = join(__dirname, 'compiled')
  const {enableCompileCache} = module as {readonly enableCompileCache?: (directory: string) => unknown}
  const isKept = isOwn(__dirname) && process.env.NODE_DISABLE_COMPILE_CACHE !== '1'
  if (isKept && !enableCompileCache) new KeptCode(directory, buildId).load(program)
  else {
    if (isKept) enableCompileCache?.(directory)
    createRequire(__filename)(program)
  }
}

function isOwn(directory: string): boolean {
  try {
    return statSync(directory).uid === process.getuid?.()
  } catch {
    // Node.js may have been told to let the program read nothing but documents.
    return false
  }
}
