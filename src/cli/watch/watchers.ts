import {type FSWatcher, statSync, watch} from 'node:fs'
import {join} from 'node:path'
import {configNames, manifestName} from '../config/find.ts'
import {errorCode, RunError} from '../errors.ts'
import {isDirectory} from '../is-directory.ts'
import {isLock, isMarkdown, skippedDirectories} from '../walk.ts'
import type {Places} from './places.ts'
import type {Signal} from './signal.ts'

interface Watched {
  readonly watcher: FSWatcher
  /** Which directory it is: one that was removed and made anew is another. */
  readonly node: number
}

/**
 * Watches directories, each by itself: that works on every system, sees files that are replaced by renaming, and never
 * looks into what is ignored.
 */
export class Watchers {
  readonly #signal: Signal
  readonly #watched = new Map<string, Watched>()
  #files: ReadonlySet<string> = new Set()

  constructor(signal: Signal) {
    this.#signal = signal
  }

  /** Watches these places from now on, and says which it cannot. */
  follow({directories, files}: Places): readonly Error[] {
    this.#files = files
    for (const directory of this.#watched.keys()) if (!directories.has(directory)) this.#drop(directory)
    const codes = new Set<string>()
    for (const directory of directories) {
      const code = this.#add(directory)
      if (code !== undefined) codes.add(code)
    }
    return [...codes].map(unwatched)
  }

  close(): void {
    this.#signal.stop()
    for (const directory of this.#watched.keys()) this.#drop(directory)
  }

  /** Why a directory cannot be watched. One that is gone has been noticed already. */
  #add(directory: string): string | undefined {
    try {
      const node = statSync(directory).ino
      if (this.#watched.get(directory)?.node === node) return undefined
      this.#drop(directory)
      const watcher = watch(directory, (_, name) => this.#notice(directory, name))
      // A directory that is removed may be an error of its watcher.
      watcher.on('error', () => {
        this.#drop(directory)
        this.#signal.raise()
      })
      this.#watched.set(directory, {watcher, node})
      return undefined
    } catch (error) {
      const code = errorCode(error)
      if (code === undefined) throw error
      return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : code
    }
  }

  #drop(directory: string): void {
    this.#watched.get(directory)?.watcher.close()
    this.#watched.delete(directory)
  }

  #notice(directory: string, name: string | null): void {
    if (name === null || this.#matters(name, join(directory, name))) this.#signal.raise()
  }

  #matters(name: string, path: string): boolean {
    if (isMarkdown(name)) return !isLock(name)
    if (configuring.has(name) || this.#files.has(path) || this.#watched.has(path)) return true
    return !skippedDirectories.includes(name) && isDirectory(path)
  }
}

/** What decides which documents there are, and how they are linted. */
const configuring: ReadonlySet<string> = new Set([...configNames, manifestName, '.gitignore'])

function unwatched(code: string): RunError {
  return new RunError(
    {en: `some directories cannot be watched (${code})`, zh: `有些目录无法监视（${code}）`},
    {todo: {en: 'what changes in them is not seen', zh: '其中的变动不会被发现'}},
  )
}
