import {isUtf8} from 'node:buffer'
import {closeSync, openSync, readSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Language} from '../finding.ts'
import {checkedVocabulary, dayOf, type LicenseOptions} from '../qualification-reader.ts'
import {jsonFault} from '../text/json-fault.ts'
import {LineIndex} from '../text/lines.ts'
import {isFullDate} from '../vocabulary/dates.ts'
import type {VocabularyProblem} from '../vocabulary/shapes.ts'
import type {VocabularyData} from '../vocabulary/types.ts'
import {CommandError, RunError} from './errors.ts'
import type {Host} from './host.ts'
import {complain} from './output.ts'
import {pathError} from './path-error.ts'

interface Request {
  readonly options: {readonly 'as-of': string | undefined; readonly vocabulary: string | undefined}
  readonly language: Language
}

/**
 * What `--as-of` and `--vocabulary` ask for, or a {@link RunError}. One day holds for the whole run, even where
 * midnight falls into it.
 */
export function readLicenseOptions({options, language}: Request, host: Host): LicenseOptions {
  const asOf = readDay(options['as-of'])
  const path = options.vocabulary
  return path === undefined ? {asOf} : {asOf, vocabulary: readVocabulary(path, language, host)}
}

function readDay(day: string | undefined): string {
  if (day === undefined || isFullDate(day)) return dayOf(day)
  throw new CommandError({
    en: `--as-of takes a day of the calendar, such as 2026-06-01, not ${day}`,
    zh: `--as-of 须为日历上的一天，如 2026-06-01，而不是 ${day}`,
  })
}

/** Of several problems, all but the last are said before that one is thrown. */
function readVocabulary(path: string, language: Language, host: Host): VocabularyData {
  const check = checkedVocabulary(parse(decode(readBytes(resolve(host.cwd, path), path), path), path))
  if (check.ok) return check.data
  const errors = describe(check.problems, path)
  complain(errors.slice(0, -1), language, host)
  throw errors.at(-1)
}

/** More lines than a person mends at once. */
const mostProblems = 5

function describe(problems: readonly VocabularyProblem[], path: string): readonly RunError[] {
  const errors = problems.slice(0, mostProblems).map(({path: place, message: {en, zh}}) => {
    const prefix = place === '' ? '' : `${place}: `
    return new RunError({en: prefix + en, zh: prefix + zh}, {path})
  })
  const rest = problems.length - errors.length
  if (rest === 0) return errors
  return [...errors, new RunError({en: `and ${rest} more`, zh: `另有 ${rest} 处`}, {path})]
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw notJson(text, path, cause)
  }
}

function notJson(text: string, path: string, cause: unknown): RunError {
  const at = jsonFault(text)
  const character = at === undefined ? undefined : text.codePointAt(at)
  if (at === undefined || character === undefined) {
    return new RunError({en: 'not JSON: it ends too early', zh: '不是 JSON：内容不完整'}, {path, cause})
  }
  const {line, column} = new LineIndex(text).pointAt(at)
  const found = String.fromCodePoint(character)
  const what = {
    en: `not JSON: unexpected ${found} in line ${line}, column ${column}`,
    zh: `不是 JSON：第 ${line} 行第 ${column} 列不应有 ${found}`,
  }
  return new RunError(what, {path, cause})
}

function decode(bytes: Buffer, path: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '')
  const what = {en: 'not UTF-8', zh: '不是 UTF-8 编码'}
  throw new RunError(what, {path, todo: {en: 'save it as UTF-8', zh: '请另存为 UTF-8'}})
}

/** The most that is ever read, in bytes. */
const maximumSize = 4 * 1024 * 1024

/** Reads no more than the limit: a pipe or a device tells no size beforehand. */
function readBytes(absolute: string, path: string): Buffer {
  const bytes = Buffer.allocUnsafe(maximumSize + 1)
  try {
    const file = openSync(absolute, 'r')
    try {
      let size = 0
      for (let count = -1; count !== 0 && size < bytes.length; size += count) {
        count = readSync(file, bytes, size, bytes.length - size, null)
      }
      if (size <= maximumSize) return bytes.subarray(0, size)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw pathError(path, error)
  }
  const what = {en: 'the vocabulary has more than 4 MiB', zh: '词表超过 4 MiB'}
  throw new RunError(what, {path, todo: {en: 'shorten it', zh: '请精简'}})
}
