import {relative, sep} from 'node:path'
import type {Fingerprint} from '../../baseline/model.ts'
import {readDefinitions, writeDefinitions} from '../../cache/definitions.ts'
import {type Entry, readEntry, type StoredEntry, writeEntry} from '../../cache/entry.ts'
import {type Key, type Program, slotOf, stateOf} from '../../cache/key.ts'
import type {Line} from '../../cache/line.ts'
import {packFindings, StoredFindings, setPacked} from '../../cache/packed-findings.ts'
import {writeShown} from '../../cache/shown-lines.ts'
import type {DocumentDefinitions} from '../../dataset/definitions-in.ts'
import type {Findings} from '../../finding.ts'
import type {LintOptions} from '../../lint.ts'
import type {ReadText} from '../../lint-read.ts'
import {linesShown} from '../../report/lines-shown.ts'
import {passingOver} from '../lint/passing-over.ts'
import {
  type DefinedByDocument,
  definedBy,
  type Reader,
  type Reading,
  readAnew,
  readDocumentText,
} from '../lint/reading.ts'
import type {RunDefinitions} from '../lint/run-definitions.ts'
import {type Document, StoredDocument} from '../read.ts'
import type {Store} from './store.ts'

/** States of documents, as far as they are known before these are read. */
export interface Ahead {
  /** The day that they hold for. */
  readonly asOf: string
  /** @param path the absolute one. */
  readonly digestOf: (path: string) => string | undefined
}

/** What a reader goes by that has a cache. */
export interface Caching {
  readonly store: Store
  readonly program: Program
  /** The directory that documents are stored as seen from. */
  readonly directory: string
  /** Whether findings with fixes are found anew: what is written to documents comes from no cache. */
  readonly isFixing: boolean
  readonly ahead: Ahead | undefined
}

/**
 * A reader that reads only what has changed since it was linted. Of what has nothing in it nothing is kept, so that is found
 * out once more, but only where nothing is kept.
 */
export function cachedReader(caching: Caching): Reader {
  const readUnkept = passingOver(readAnew)
  return async (document, options) => {
    const slot = document instanceof StoredDocument ? slotOf(options) : undefined
    if (!(document instanceof StoredDocument) || slot === undefined)
      return await readUnkept(document, options)
    return await new Recalling({document, options, slot}, caching).read()
  }
}

interface Place {
  readonly document: StoredDocument
  readonly options: LintOptions
  readonly slot: string
}

/** Reads a document from the cache, or anew for the cache. */
class Recalling {
  readonly #place: Place
  readonly #caching: Caching
  #known: Key | undefined

  constructor(place: Place, caching: Caching) {
    this.#place = place
    this.#caching = caching
  }

  async read(): Promise<Reading> {
    const {document, options, slot} = this.#place
    const line = this.#caching.store.has(slot) ? this.#find() : undefined
    const entry = line && readEntry(line)
    if (line && entry && (!entry.needsDefinitions || this.#isAsItWas(line))) return this.#recall(line, entry)
    return await passingOver(() => this.#readAnew())(document, options)
  }

  /** By the state that is known ahead, or else by that of the document as it is read now. */
  #find(): Line | undefined {
    const {document, options, slot} = this.#place
    const {store, ahead} = this.#caching
    const state = options.asOf === ahead?.asOf ? ahead?.digestOf(document.absolute) : undefined
    return store.find(state === undefined ? this.#key : {slot, state})
  }

  /** Whether the text of the document is what a line was found for: it may have changed since it was read ahead. */
  #isAsItWas({state}: Line): boolean {
    return this.#key.state === state
  }

  /** Worked out once: the state is a digest of the whole text. */
  get #key(): Key {
    const {document, options, slot} = this.#place
    this.#known ??= {slot, state: stateOf(document.bytes, options, this.#caching.program)}
    return this.#known
  }

  get #file(): string {
    return relative(this.#caching.directory, this.#place.document.absolute).split(sep).join('/')
  }

  #recall(line: Line, entry: StoredEntry): Reading {
    const {document} = this.#place
    // The findings need not be kept for what is defined.
    const {defined} = entry
    const isDefined = defined !== ''
    const data = () => readDefinitions(line.definitions, document.path) ?? nothing
    return {
      needsDefinitions: entry.needsDefinitions,
      isDefined,
      define: async () => (isDefined ? {data, digest: () => defined} : await this.#defineAnew(line, entry)),
      ready: async (definitions) => {
        if (!this.#holds(entry, definitions)) {
          const anew = await this.#readAnew()
          if (isDefined) await anew.define()
          return await anew.ready(definitions)
        }
        this.#caching.store.keep(line)
        return new RecalledText(entry, document, data)
      },
    }
  }

  #holds({definitions, findings}: StoredEntry, run: RunDefinitions | undefined): boolean {
    if (this.#caching.isFixing && hasFix(findings)) return false
    return definitions === (run?.digest ?? '')
  }

  async #readAnew(): Promise<Reading> {
    const {document, options} = this.#place
    // When it is linted the bytes may be gone.
    const key = this.#key
    const read = await readDocumentText(document.source, options)
    let defined: DefinedByDocument | undefined
    return {
      needsDefinitions: read.needsDefinitions,
      isDefined: false,
      define: () => {
        defined ??= definedBy(read)
        return defined
      },
      ready: async (definitions) => this.#recording(key, read, defined, definitions),
    }
  }

  /** Adds what the document defines to what is kept of it: that is asked for where another document refers to it. */
  async #defineAnew(line: Line, entry: Entry): Promise<DefinedByDocument> {
    const {document, options} = this.#place
    const {readText} = await import('../../lint-text.ts')
    const defined = definedBy(readText(document.source, options))
    if (!this.#isAsItWas(line)) return defined
    const digest = defined.digest()
    const {definitions} = this.#put(this.#key, {...entry, defined: digest}, writeDefinitions(defined.data()))
    return {digest: () => digest, data: () => readDefinitions(definitions, document.path) ?? nothing}
  }

  /** The text, which is put into the cache when it is linted. */
  #recording(
    key: Key,
    read: ReadText,
    defined: DefinedByDocument | undefined,
    run: RunDefinitions | undefined,
  ): ReadText {
    const {options} = this.#place
    return {
      ...read,
      lint: (definitions) => {
        const findings = read.lint(definitions)
        const packed = packFindings(findings, () => shownIn(read, findings))
        const entry = {
          needsDefinitions: read.needsDefinitions,
          hasTargets: read.hasTargets(definitions),
          definitions: run?.digest ?? '',
          defined: defined?.digest() ?? '',
          findings: packed,
          fingerprints: options.baseline ? read.fingerprint(findings, options.baseline.path) : [],
        }
        const line = this.#put(key, entry, defined ? writeDefinitions(defined.data()) : Buffer.alloc(0))
        // The line has memory of its own.
        setPacked(findings, new StoredFindings(packed.counts, line))
        return findings
      },
    }
  }

  #put(key: Key, entry: Entry, definitions: Buffer): Line {
    return this.#caching.store.put({file: this.#file, definitions, ...key, ...writeEntry(entry)})
  }
}

/** What reports show that fold findings, as all do unless they are told to show each. */
function shownIn({source, path}: ReadText, findings: Findings): Buffer {
  return writeShown(source, linesShown(findings, path, 'folded'))
}

function hasFix(findings: StoredFindings): boolean {
  for (const {fix} of findings) if (fix) return true
  return false
}

const nothing: DocumentDefinitions = {tables: [], columns: []}

/** A text that was linted before. It is not decoded for that. */
class RecalledText implements ReadText {
  readonly path: string
  readonly needsDefinitions: boolean
  readonly define: () => DocumentDefinitions
  readonly #entry: StoredEntry
  readonly #document: Document

  constructor(entry: StoredEntry, document: Document, define: () => DocumentDefinitions) {
    this.path = document.path
    this.needsDefinitions = entry.needsDefinitions
    this.define = define
    this.#entry = entry
    this.#document = document
  }

  get source(): string {
    return this.#document.source
  }

  hasTargets(): boolean {
    return this.#entry.hasTargets
  }

  lint(): StoredFindings {
    return this.#entry.findings
  }

  fingerprint(): readonly Fingerprint[] {
    return this.#entry.fingerprints
  }
}
