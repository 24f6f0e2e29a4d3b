#!/usr/bin/env node
import {statSync} from 'node:fs'
import module, {createRequire} from 'node:module'
import {join} from 'node:path'

keepCompiledCode()
// The program lies beside this file when it is built.
createRequire(__filename)('./program/main.cjs')

/**
 * Has Node.js keep the code that V8 makes of the program, where it can, which is since 22.1. It is kept beside the program,
 * so that who could put something else there could change the program as well; and that of another user is left as it is.
 */
function keepCompiledCode(): void {
  const {enableCompileCache} = module as {readonly enableCompileCache?: (directory: string) => unknown}
  if (enableCompileCache && isOwn(__dirname)) enableCompileCache(join(__dirname, 'compiled'))
}

function isOwn(directory: string): boolean {
  try {
    return statSync(directory).uid === process.getuid?.()
  } catch {
    // Node.js may have been told to let the program read nothing but documents.
    return false
  }
}
