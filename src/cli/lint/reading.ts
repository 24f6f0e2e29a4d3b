import {digestOf} from '../../cache/digest.ts'
import {ManyFindings} from '../../cache/many-findings.ts'
import type {DocumentDefinitions} from '../../dataset/definitions-in.ts'
import type {LintOptions} from '../../lint.ts'
import type {ReadText} from '../../lint-read.ts'
import type {Document} from '../read.ts'
import type {RunDefinitions} from './run-definitions.ts'

/** A document of a run that has been read. */
export interface Reading {
  /** Whether it is linted by what other documents define. */
  readonly needsDefinitions: boolean
  /** Whether what it defines is known already. */
  readonly isDefined: boolean
  /** Works out what it defines, so that the text need not be kept for that. */
  readonly define: () => DefinedByDocument | Promise<DefinedByDocument>
  /** The text, ready to be linted by what the documents of the run define. */
  readonly ready: (definitions?: RunDefinitions) => Promise<ReadText>
}

/** What a document defines for others. */
export interface DefinedByDocument {
  /** The same only for the same definitions. */
  readonly digest: () => string
  readonly data: () => DocumentDefinitions
}

/** How the documents of a run are read. */
export type Reader = (document: Document, options: LintOptions) => Promise<Reading>

/** Reads each document. */
export const readAnew: Reader = async ({source}, options) => {
  const read = await readDocumentText(source, options)
  return {
    needsDefinitions: read.needsDefinitions,
    isDefined: false,
    define: () => definedBy(read),
    ready: async () => read,
  }
}

/** From so many characters on a text is large. */
const largeText = 1024 * 1024

/** Reads a text of any size. The parser and the rules are loaded with the first one. */
export async function readDocumentText(source: string, options: LintOptions): Promise<ReadText> {
  if (source.length > largeText) (await import('./heap.ts')).makeAllYoung()
  const {readLargeText} = await import('../../lint-text.ts')
  return readLargeText(source, options, () => new ManyFindings())
}

export function definedBy(read: ReadText): DefinedByDocument {
  const data = read.define()
  return {data: () => data, digest: () => digestOf(JSON.stringify(data))}
}
