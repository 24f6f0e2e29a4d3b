import {dirname} from 'node:path'
import type {Program} from '../../cache/key.ts'
import type {Invocation} from '../args.ts'
import {displayPath} from '../discover.ts'
import {RunError} from '../errors.ts'
import type {Host} from '../host.ts'
import {isFixing} from '../lint/is-fixing.ts'
import type {Reader} from '../lint/reading.ts'
import {CacheFile} from './cache-file.ts'
import {cachedReader} from './cached-reader.ts'
import {cacheFile} from './location.ts'
import {Store} from './store.ts'

/** The cache of a run. */
export interface Cache {
  readonly read: Reader
  /** Keeps what was found for later runs, and says what is wrong with the cache. */
  readonly close: () => readonly Error[]
}

type Options = Invocation<'lint'>['options']

/** Opens the cache. One that cannot be used is none: the run goes on without. */
export function openCache(options: Options, host: Host): Cache {
  const absolute = cacheFile(host.cwd, options['cache-location'])
  const file = new CacheFile(absolute, displayPath(host.cwd, absolute), dayNumber())
  const problems: Error[] = []
  const lines = attempt(() => file.read(), problems)
  const store = new Store(lines ?? new Map(), dayNumber())
  const close = () => {
    if (lines) attempt(() => file.write(store), problems)
    return problems
  }
  return {read: readerOf(store, dirname(absolute), options, host), close}
}

/** A cache that lasts as long as the process. */
export function memoryCache(options: Options, host: Host): Cache {
  const store = new Store(new Map(), dayNumber())
  return {read: readerOf(store, host.cwd, options, host), close: () => []}
}

function readerOf(store: Store, directory: string, options: Options, host: Host): Reader {
  return cachedReader({store, program: programOf(host), directory, isFixing: isFixing(options)})
}

function dayNumber(): number {
  return Math.floor(Date.now() / millisecondsOfDay)
}

const millisecondsOfDay = 24 * 60 * 60 * 1000

/** Texts are compared by the Unicode that the runtime knows. */
function programOf({build}: Host): Program {
  const {version, versions} = process
  return {build, runtime: [version, versions.unicode, versions.icu].join(' ')}
}

function attempt<T>(action: () => T, problems: Error[]): T | undefined {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof RunError)) throw error
    problems.push(error)
    return undefined
  }
}
