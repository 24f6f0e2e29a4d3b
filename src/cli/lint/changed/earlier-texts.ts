import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {pathBelow} from '../../../config/paths.ts'
import {decode, maximumSize} from '../../decode.ts'
import {displayPath, identity, type Source} from '../../discover.ts'
import {RunError} from '../../errors.ts'
import type {Files} from '../../git/listed-files.ts'
import {type Repository, readBlobs} from '../../git/repository.ts'
import {repositoryRoot} from '../../gitignore.ts'
import type {Host} from '../../host.ts'
import type {Document} from '../../read.ts'

/** What documents are compared with. */
export interface Earlier {
  readonly repository: Repository
  readonly files: Files
  /** The paths that files had before, by those that they have now. */
  readonly renames: ReadonlyMap<string, string>
}

/** The texts that documents had before. */
export class EarlierTexts {
  readonly #earlier: Earlier
  readonly #cwd: string
  /** What git has under an id, read together for all documents that differ from it. */
  #blobs: ReadonlyMap<string, Buffer> = new Map()
  /** What to say of what counts as unchanged, by what it is of. */
  readonly #foreign = new Map<string, RunError>()

  readonly #isStaged: boolean
  readonly #known = new WeakMap<Document, string | undefined>()

  constructor(earlier: Earlier, {cwd}: Host, isStaged: boolean) {
    this.#earlier = earlier
    this.#cwd = cwd
    this.#isStaged = isStaged
  }

  /** What is worth saying of the documents that were asked for. */
  get notes(): readonly RunError[] {
    return [...this.#foreign.values()]
  }

  /** Gets ready for the documents of a run, and tells which are not as they were, byte for byte and by their paths. */
  prepare(sources: readonly Source[]): ReadonlySet<Source> {
    const changed = sources.filter((source) => this.#isChanged(source))
    const ids = changed.flatMap((source) =>
      source.kind === 'stdin' ? [] : (this.#idOf(source.absolute) ?? []),
    )
    this.#blobs = readBlobs(ids, this.#earlier.repository)
    return new Set(changed)
  }

  /** The paths that documents had, from the top of the repository. */
  pathsBefore(sources: readonly Source[]): ReadonlySet<string> {
    return new Set(
      sources.flatMap((source) => (source.kind === 'stdin' ? [] : (this.#pathBefore(source.absolute) ?? []))),
    )
  }

  isRenamed(absolute: string): boolean {
    return this.#pathBefore(absolute) !== this.#pathOf(absolute)
  }

  /** The text before; undefined where the document is new, or was nothing that can be read. */
  textBefore(document: Document): string | undefined {
    if (!this.#known.has(document)) this.#known.set(document, this.#textBefore(document))
    return this.#known.get(document)
  }

  #textBefore({path, source, absolute = resolve(this.#cwd, path)}: Document): string | undefined {
    if (this.#isForeign(absolute)) return source
    if (this.#pathOf(absolute) === undefined) throw outside(path)
    const id = this.#idOf(absolute)
    if (id === undefined) return undefined
    if (id === blobId(Buffer.from(source), id)) return source
    const bytes = this.#blobs.get(id) ?? readBlobs([id], this.#earlier.repository).get(id)
    return bytes && withMarkOf(source, decodeEarlier(bytes, path))
  }

  #isChanged(source: Source): boolean {
    if (source.kind === 'stdin') return true
    const {absolute} = source
    try {
      if (this.#isForeign(absolute)) return false
      if (this.isRenamed(absolute)) return true
      const id = this.#idOf(absolute)
      return (
        id === undefined || id !== blobId(source.kind === 'blob' ? source.bytes : readFileSync(absolute), id)
      )
    } catch {
      // Why it cannot be read is said when it is to be linted.
      return true
    }
  }

  #idOf(absolute: string): string | undefined {
    const path = this.#pathBefore(absolute)
    return path === undefined ? undefined : this.#earlier.files.get(path)
  }

  #pathBefore(absolute: string): string | undefined {
    const path = this.#pathOf(absolute)
    return path === undefined ? undefined : (this.#earlier.renames.get(path) ?? path)
  }

  /** The path from the top of the repository: that of the file itself where a link leads to it. */
  #pathOf(absolute: string): string | undefined {
    return pathBelow(this.#earlier.repository.top, this.#isStaged ? absolute : identity(absolute))
  }

  /** Whether a document is part of another repository that lies in this one, such as a submodule, or a link leads out to it. */
  #isForeign(absolute: string): boolean {
    if (this.#isStaged || this.#idOf(absolute) !== undefined) return false
    const {top} = this.#earlier.repository
    if (this.#pathOf(absolute) === undefined) return this.#isLink(absolute)
    const root = repositoryRoot(dirname(identity(absolute)))
    if (root === undefined || !pathBelow(top, root)) return false
    const path = displayPath(this.#cwd, root)
    this.#foreign.set(path, otherRepository(path))
    return true
  }

  /** Whether the link itself is part of the repository. */
  #isLink(absolute: string): boolean {
    if (pathBelow(this.#earlier.repository.top, identity(dirname(absolute))) === undefined) return false
    const path = displayPath(this.#cwd, absolute)
    this.#foreign.set(path, linkOut(path))
    return true
  }
}

/** The id that git gives a content, by the algorithm that another id was made with. */
function blobId(content: Buffer, other: string): string {
  const hash = createHash(other.length > 40 ? 'sha256' : 'sha1')
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex')
}

/** A text that git has; undefined where it is none that can be read. */
export function decodeEarlier(bytes: Buffer, path: string): string | undefined {
  if (bytes.length > maximumSize) return undefined
  try {
    return decode(bytes, path)
  } catch (error) {
    if (error instanceof RunError) return undefined
    throw error
  }
}

/** A byte order mark that comes or goes is no edit of the first line. */
function withMarkOf(source: string, text: string | undefined): string | undefined {
  return text?.replace(/^\uFEFF?/, source.startsWith('\uFEFF') ? '\uFEFF' : '')
}

function outside(path: string): RunError {
  return new RunError(
    {en: 'lies outside the repository', zh: '位于仓库之外'},
    {
      path,
      todo: {
        en: 'name files of the repository that you are in, or leave out --changed',
        zh: '请指定当前仓库中的文件，或去掉 --changed',
      },
    },
  )
}

function otherRepository(path: string): RunError {
  return new RunError(
    {
      en: 'is another repository: nothing in it counts as changed',
      zh: '是另一个仓库，其中的内容一律视为未改动',
    },
    {path, todo: {en: 'run catalint in it', zh: '请在其中运行 catalint'}},
  )
}

function linkOut(path: string): RunError {
  return new RunError(
    {en: 'leads out of the repository: it counts as unchanged', zh: '指向仓库之外，视为未改动'},
    {path},
  )
}
