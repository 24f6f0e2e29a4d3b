import {existsSync, mkdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {readLines, writeLines} from '../../cache/file.ts'
import {keepLines, mostBytes} from '../../cache/keep.ts'
import type {Line} from '../../cache/line.ts'
import {removeAbandonedDrafts} from '../draft.ts'
import {errorCode, RunError} from '../errors.ts'
import {pathError} from '../path-error.ts'
import {replaceFile} from '../replace-file.ts'
import type {Store} from './store.ts'

type Lines = ReadonlyMap<string, Line>

/** The file that a cache is kept in. What is wrong with it keeps no document from being linted. */
export class CacheFile {
  readonly #absolute: string
  readonly #path: string
  readonly #day: number

  /** @param path as messages state it. */
  constructor(absolute: string, path: string, day: number) {
    this.#absolute = absolute
    this.#path = path
    this.#day = day
  }

  /** What it holds: nothing where there is none, or a {@link RunError} where it is something else. */
  read(): Lines {
    const bytes = this.#bytes()
    if (!bytes) return none
    const lines = readLines(bytes)
    if (!lines) throw noCache(this.#path)
    return lines
  }

  /** Writes what the run used and what the file holds by now. Nothing is written where nothing changed. */
  write(store: Store): void {
    if (!store.isChanged) return
    try {
      const directory = dirname(this.#absolute)
      mkdirSync(directory, {recursive: true})
      removeAbandonedDrafts(directory)
      const exists = (file: string) => existsSync(resolve(directory, file))
      const lines = keepLines({used: store.used, stored: this.read(), day: this.#day, exists})
      replaceFile(this.#absolute, {bytes: writeLines(lines)})
    } catch (error) {
      throw error instanceof RunError ? error : notWritten(this.#path, error)
    }
  }

  #bytes(): Buffer | undefined {
    try {
      const stats = statSync(this.#absolute)
      if (!stats.isFile()) throw noCache(this.#path)
      return stats.size > mostBytes ? undefined : readFileSync(this.#absolute)
    } catch (error) {
      if (error instanceof RunError) throw error
      if (errorCode(error) === 'ENOENT') return undefined
      throw pathError(this.#path, error)
    }
  }
}

const none: Lines = new Map()

function noCache(path: string): RunError {
  return new RunError(
    {
      en: 'is no cache of catalint: nothing was taken from it, nothing written to it',
      zh: '不是 catalint 的缓存：未从中读取，也未写入',
    },
    {
      path,
      todo: {
        en: 'remove it, or name another path with --cache-location',
        zh: '请删去它，或用 --cache-location 指定别的路径',
      },
    },
  )
}

function notWritten(path: string, cause: unknown): RunError {
  const error = pathError(path, cause)
  if (!(error instanceof RunError)) throw error
  const {what} = error
  return new RunError(
    {en: `the cache was not written: ${what.en}`, zh: `未能写入缓存：${what.zh}`},
    {
      path,
      cause,
      todo: {en: 'name another path with --cache-location', zh: '请用 --cache-location 指定别的路径'},
    },
  )
}
