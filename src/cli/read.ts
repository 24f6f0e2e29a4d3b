import {closeSync, fstatSync, openSync, readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Configurations, DocumentSettings} from './config/configurations.ts'
import {checkSize, decode, maximumSize} from './decode.ts'
import type {Source} from './discover.ts'
import {FileCrash, RunError} from './errors.ts'
import type {Host} from './host.ts'
import {pathError} from './path-error.ts'
import {readSmall, whileThere} from './read-small.ts'

export interface Document {
  readonly path: string
  readonly source: string
  /** Where the file is; standard input is nowhere. */
  readonly absolute?: string
}

/** A document that is read when its bytes are first asked for, and decoded when its text is: what comes from a cache needs none. */
export class StoredDocument implements Document {
  readonly path: string
  readonly absolute: string
  readonly #read: () => Buffer
  #bytes: (() => Buffer) | undefined
  #source: string | undefined

  constructor(path: string, absolute: string, read: () => Buffer) {
    this.path = path
    this.absolute = absolute
    this.#read = read
  }

  /** What is there until another file is read, or for good where the text is: that has all of them in it. */
  get bytes(): Buffer {
    if (this.#source !== undefined) return Buffer.from(this.#source)
    this.#bytes ??= whileThere(this.#read())
    return this.#bytes()
  }

  /** What stays once it was asked for. The bytes of a large document go then. */
  get source(): string {
    this.#source ??= decode(this.bytes, this.path)
    this.#bytes = undefined
    return this.#source
  }
}

/** What is done with a document. */
type Use = (document: Document, settings: DocumentSettings, source: Source) => void | Promise<void>

/** What waits until other documents have been read. */
export interface Waiting {
  readonly path: string
  readonly finish: () => Promise<void>
}

type Problem = RunError | FileCrash

export interface ReadOptions {
  readonly host: Host
  /** The path that standard input goes by. */
  readonly stdinPath: string
  readonly configurations: Configurations
}

/**
 * Reads the documents one after the other and hands each on, with what its configuration says. What fails is kept,
 * and the next one is read; where the configuration fails, it is the one who says so.
 */
export async function readEach(
  sources: readonly Source[],
  {host, stdinPath, configurations}: ReadOptions,
  use: Use,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const source of sources) {
    const path = source.kind === 'stdin' ? stdinPath : source.path
    const absolute = source.kind === 'stdin' ? resolve(host.cwd, path) : source.absolute
    const settings = await configurations.settingsFor(absolute)
    if (!settings) continue
    try {
      await use(await readSource(source, path, host), settings, source)
    } catch (error) {
      problems.push(problemOf(path, error))
    }
  }
  return problems
}

/** Does what was waiting. What fails is kept, and the next one is done. */
export async function finishEach(waiting: readonly Waiting[]): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const {path, finish} of waiting) {
    try {
      await finish()
    } catch (error) {
      problems.push(problemOf(path, error))
    }
  }
  return problems
}

function problemOf(path: string, error: unknown): Problem {
  return error instanceof RunError || error instanceof FileCrash ? error : documentError(path, error)
}

/** The document that a source leads to. Standard input can be read once only. */
export async function readSource(source: Source, path: string, host: Host): Promise<Document> {
  if (source.kind === 'stdin') return {path, source: await readStdin(host, path)}
  const {absolute} = source
  return new StoredDocument(path, absolute, () =>
    source.kind === 'blob' ? source.bytes : readBytes(absolute, path),
  )
}

/** A parser that calls itself for each level of nesting runs out of stack at some depth. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

function documentError(path: string, cause: unknown): Problem {
  if (!isTooDeep(cause)) return new FileCrash(path, cause)
  const what = {en: 'its lists or quotes are nested too deeply', zh: '列表或引用的嵌套过深'}
  return new RunError(what, {path, cause, todo: {en: 'write them flatter', zh: '请减少嵌套层数'}})
}

/** Reads a file as text, or throws a {@link RunError} that says why it cannot be. */
export function readFile(absolute: string, path: string): string {
  return decode(readBytes(absolute, path), path)
}

/** Reads standard input to its end as text, with the same limits as a file. */
export async function readStdin(host: Host, path: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of host.stdin()) {
      chunks.push(chunk)
      size += chunk.length
      // How much is still to come is not known: nothing is gained by reading it.
      if (size > maximumSize) break
    }
  } catch (error) {
    throw pathError(path, error)
  }
  return decode(Buffer.concat(chunks), path)
}

/** The bytes of a file, in a buffer that the next file is read into. */
export function readBytes(absolute: string, path: string): Buffer {
  try {
    const file = openSync(absolute, 'r')
    try {
      return readSmall(file) ?? readLarge(file, path)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw error instanceof RunError ? error : pathError(path, error)
  }
}

function readLarge(file: number, path: string): Buffer {
  checkSize(fstatSync(file).size, path)
  return readFileSync(file)
}
