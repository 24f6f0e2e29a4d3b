import {closeSync, existsSync, mkdirSync, openSync, read, readFileSync, statSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {readLines, writeLines} from '../../cache/file.ts'
import {keepLines, mostBytes} from '../../cache/keep.ts'
import type {Line} from '../../cache/line.ts'
import {removeAbandonedDrafts} from '../draft.ts'
import {RunError} from '../errors.ts'
import {pathError} from '../path-error.ts'
import {replaceFile} from '../replace-file.ts'
import type {Store} from './store.ts'

type Lines = ReadonlyMap<string, Line>

/** The file that a cache is kept in. What is wrong with it keeps no document from being linted. */
export class CacheFile {
  readonly #absolute: string
  readonly #path: string
  readonly #day: number
  #length = 0

  /** @param path as messages state it. */
  constructor(absolute: string, path: string, day: number) {
    this.#absolute = absolute
    this.#path = path
    this.#day = day
  }

  /** How many bytes are being read, or have been. */
  get length(): number {
    return this.#length
  }

  /**
   * What it holds: nothing where there is none, or a {@link RunError} where it is something else. While it is read other things
   * can be done.
   */
  async read(): Promise<Lines> {
    try {
      const size = this.#size()
      this.#length = size ?? 0
      return size === undefined ? none : this.#linesIn(await readSoon(this.#absolute, size))
    } catch (error) {
      throw this.#unread(error)
    }
  }

  /** Writes what the run used and what the file holds by now. Nothing is written where nothing changed. */
  write(store: Store): void {
    if (!store.isChanged) return
    try {
      const directory = dirname(this.#absolute)
      mkdirSync(directory, {recursive: true})
      removeAbandonedDrafts(directory)
      const exists = (file: string) => existsSync(resolve(directory, file))
      const lines = keepLines({used: store.used, stored: this.#readNow(), day: this.#day, exists})
      replaceFile(this.#absolute, {bytes: writeLines(lines)})
    } catch (error) {
      throw error instanceof RunError ? error : notWritten(this.#path, error)
    }
  }

  #readNow(): Lines {
    try {
      return this.#size() === undefined ? none : this.#linesIn(readFileSync(this.#absolute))
    } catch (error) {
      throw this.#unread(error)
    }
  }

  /** In bytes; undefined where there is no file, or none that was written here. */
  #size(): number | undefined {
    const stats = statSync(this.#absolute, {throwIfNoEntry: false})
    if (stats && !stats.isFile()) throw noCache(this.#path)
    return stats && stats.size <= mostBytes ? stats.size : undefined
  }

  #linesIn(bytes: Buffer): Lines {
    const lines = readLines(bytes)
    if (!lines) throw noCache(this.#path)
    return lines
  }

  #unread(error: unknown): unknown {
    return error instanceof RunError ? error : pathError(this.#path, error)
  }
}

/** Has a thread of Node.js read a file. */
async function readSoon(path: string, size: number): Promise<Buffer> {
  const file = openSync(path, 'r')
  const bytes = Buffer.allocUnsafeSlow(size)
  try {
    const length = await new Promise<number>((resolve, reject) => {
      read(file, bytes, 0, size, 0, (error, length) => (error ? reject(error) : resolve(length)))
    })
    return bytes.subarray(0, length)
  } finally {
    closeSync(file)
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
