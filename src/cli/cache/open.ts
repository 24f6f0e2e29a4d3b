import {dirname} from 'node:path'
import type {Program} from '../../cache/key.ts'
import type {Invocation} from '../args.ts'
import {displayPath} from '../discover.ts'
import {RunError} from '../errors.ts'
import type {Host} from '../host.ts'
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

/** Opens the cache. One that cannot be used is none: the run goes on without. */
export function openCache(options: Invocation<'lint'>['options'], host: Host): Cache {
  const absolute = cacheFile(host.cwd, options['cache-location'])
  const day = Math.floor(Date.now() / millisecondsOfDay)
  const file = new CacheFile(absolute, displayPath(host.cwd, absolute), day)
  const problems: Error[] = []
  const lines = attempt(() => file.read(), problems)
  const store = new Store(lines ?? new Map(), day)
  const isFixing = options.fix || options['fix-suggestions'] || options['dry-run']
  const read = cachedReader({store, program: programOf(host), directory: dirname(absolute), isFixing})
  const close = () => {
    if (lines) attempt(() => file.write(store), problems)
    return problems
  }
  return {read, close}
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
