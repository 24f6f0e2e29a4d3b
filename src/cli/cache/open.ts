import {availableParallelism} from 'node:os'
import {dirname} from 'node:path'
import {type Program, saltOf} from '../../cache/key.ts'
import type {Invocation} from '../args.ts'
import {displayPath, type Source} from '../discover.ts'
import {RunError} from '../errors.ts'
import type {Host} from '../host.ts'
import {isFixing} from '../lint/is-fixing.ts'
import type {Reader} from '../lint/reading.ts'
import {CacheFile} from './cache-file.ts'
import {type Ahead, cachedReader} from './cached-reader.ts'
import {cacheFile} from './location.ts'
import {Store} from './store.ts'

/** The cache of a run. */
export interface Cache {
  readonly read: Reader
  /** Keeps what was found for later runs, and says what is wrong with the cache. */
  readonly close: () => readonly Error[]
}

type Options = Invocation<'lint'>['options']

/** What a run is going to ask for: it may be read ahead. */
interface Expected {
  readonly sources: readonly Source[]
  readonly asOf: string
  /** Whether texts are needed, whatever the cache knows. */
  readonly needsTexts: boolean
}

/** Opens the cache for a run. */
export type Opening = (expected: Expected) => Promise<Cache>

/** Begins to read the cache. One that cannot be used is none: the run goes on without. */
export function beginCache(options: Options, host: Host): Opening {
  const absolute = cacheFile(host.cwd, options['cache-location'])
  const file = new CacheFile(absolute, displayPath(host.cwd, absolute), dayNumber())
  const problems: Error[] = []
  const reading = file.read().catch((error: unknown) => void problems.push(foreseen(error)))
  // A run that ends before it asks has other things to say.
  reading.catch(() => {})
  return async (expected) => {
    const ahead = await readAhead(file, expected, options, host)
    const lines = await reading
    const store = new Store(lines ?? new Map(), dayNumber())
    const close = () => (lines ? [...problems, ...written(file, store)] : problems)
    return {read: readerOf(store, dirname(absolute), options, host, ahead), close}
  }
}

function written(file: CacheFile, store: Store): readonly Error[] {
  try {
    file.write(store)
    return []
  } catch (error) {
    return [foreseen(error)]
  }
}

function foreseen(error: unknown): RunError {
  if (error instanceof RunError) return error
  throw error
}

/** Fewer documents are read before another thread has begun. */
const fewestAhead = 1000

/** What that many lines of the file take at least, in bytes. */
const shortestAhead = fewestAhead * 250

/** Has another thread read the documents, where it can and that pays. It begins while the cache is read. */
async function readAhead(
  {length}: CacheFile,
  {sources, asOf, needsTexts}: Expected,
  {concurrency}: Options,
  host: Host,
): Promise<Ahead | undefined> {
  if (host.readAhead === undefined || needsTexts || length < shortestAhead) return undefined
  const paths = sources.flatMap((source) => (source.kind === 'file' ? source.absolute : []))
  if (paths.length < fewestAhead || concurrency === 1 || availableParallelism() === 1) return undefined
  const {ReadAhead} = await import('./ahead/read-ahead.ts')
  const ahead = new ReadAhead(host.readAhead, paths, saltOf(asOf, programOf(host)))
  return {asOf, digestOf: (path) => ahead.digestOf(path)}
}

/** A cache that lasts as long as the process. */
export function memoryCache(options: Options, host: Host): Cache {
  const store = new Store(new Map(), dayNumber())
  return {read: readerOf(store, host.cwd, options, host), close: () => []}
}

function readerOf(store: Store, directory: string, options: Options, host: Host, ahead?: Ahead): Reader {
  return cachedReader({store, program: programOf(host), directory, isFixing: isFixing(options), ahead})
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
