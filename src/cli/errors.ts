import type {Language, Localized} from '../finding.ts'
import {escapeCharacter, escapeLine} from '../text/escape.ts'

interface Details {
  readonly path?: string
  /** What the user can do about it. */
  readonly todo?: Localized | undefined
  readonly cause?: unknown
}

/** A failure that a run can foresee and that one line explains. */
export class RunError extends Error {
  override readonly name: string = 'RunError'
  readonly what: Localized
  readonly todo: Localized | undefined
  readonly path: string | undefined

  constructor(what: Localized, {path, todo, cause}: Details = {}) {
    super(what.en, {cause})
    this.what = what
    this.todo = todo
    this.path = path
  }
}

/** A command line that cannot be carried out at all. */
export class CommandError extends RunError {
  override readonly name = 'CommandError'
}

/** A path or pattern that nothing stands behind. */
export class MissingPathError extends RunError {
  override readonly name = 'MissingPathError'
}

/** A directory without documents. */
export class EmptyDirectoryError extends RunError {
  override readonly name = 'EmptyDirectoryError'
}

/** A bug of the program that came to light with one file. */
export class FileCrash extends Error {
  override readonly name = 'FileCrash'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`crash at ${path}`, {cause})
    this.path = path
  }
}

/** What standard error says of an error: one line if it is known, else its stack as well. */
export function errorText(error: unknown, language: Language): string {
  if (error instanceof RunError) return `${line(error.path, sentence(error, language))}\n`
  const path = error instanceof FileCrash ? error.path : undefined
  const origin = error instanceof FileCrash ? error.cause : error
  const message = origin instanceof Error ? origin.message : String(origin)
  return `${line(path, crash[language] + message)}\n${stackOf(origin)}`
}

/** The `code` of an error of the operating system, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  const isSystemError = error instanceof Error && 'syscall' in error && 'code' in error
  return isSystemError && typeof error.code === 'string' ? error.code : undefined
}

const crash: Localized = {en: 'this is a bug in catalint: ', zh: '这是 catalint 的缺陷：'}

function line(path: string | undefined, text: string): string {
  const whole = escapeLine(['catalint', ...(path === undefined ? [] : [path]), text].join(': '))
  return whole.replace(serviceCommand, `#${escapeCharacter('#')}`)
}

/** GitHub Actions and Azure Pipelines take what follows for a command, anywhere in a line. */
const serviceCommand = /##(?=\[|vso\[)/gi

function sentence({what, todo}: RunError, language: Language): string {
  if (!todo) return what[language]
  return language === 'zh' ? `${what.zh}；${todo.zh}` : `${what.en}; ${todo.en}`
}

function stackOf(error: unknown): string {
  const lines = error instanceof Error && error.stack ? error.stack.split('\n') : []
  const frames = lines.filter((text) => /^\s+at /.test(text))
  return frames.map((frame) => `${escapeLine(frame)}\n`).join('')
}
