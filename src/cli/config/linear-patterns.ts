import {RE2JS} from 're2js'
import type {TextPattern} from '../../dataset/contract.ts'

/**
 * Compiles a regular expression for an engine that takes linear time: a configuration comes with the repository that it is
 * for, and must not be able to hang a run. Throws an error that says what is wrong with it.
 */
export function compileLinear(source: string): TextPattern {
  if (source.length > longestSource) throw new Error(`longer than ${longestSource} characters`)
  const pattern = compile(source)
  if (pattern.programSize() > largestProgram) throw new Error('too many repetitions')
  return {test: (text) => pattern.test(text)}
}

const longestSource = 2000

const largestProgram = 5000

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source.replace(scriptClass, withoutScript)))
  } catch (error) {
    throw new Error(reasonOf(error), {cause: error})
  }
}

/** `\p{Script=Han}` is `\p{Han}` there. What is escaped itself is passed over. */
const scriptClass = /\\([pP])\{(?:Script|sc)=(\w+)\}|\\[\s\S]/g

function withoutScript(whole: string, letter: string | undefined, script: string | undefined): string {
  return letter === undefined ? whole : `\\${letter}{${script}}`
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^error parsing regexp: /, '')
}
