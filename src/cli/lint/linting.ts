import {DefinitionIndex} from '../../dataset/definitions.ts'
import {definitionsIn} from '../../dataset/definitions-in.ts'
import type {LintOptions} from '../../lint.ts'
import {type ReadText, readText} from '../../lint-text.ts'
import type {ReportedFile} from '../../report/types.ts'
import type {Document, Later} from '../read.ts'

/** What is done with a document that has been read. */
export type Finish = (document: Document, read: ReadText, options: LintOptions) => ReportedFile

/** Lints the documents of a run. One that refers to what others define waits until all of them have been read. */
export class Linting {
  readonly #finish: Finish
  /** A document that is alone has but its own. */
  readonly #definitions: DefinitionIndex | undefined
  readonly #files: (ReportedFile | undefined)[] = []

  constructor(finish: Finish, isAlone: boolean) {
    this.#finish = finish
    this.#definitions = isAlone ? undefined : new DefinitionIndex()
  }

  /** Those that could be linted, in the order in which they were added. */
  get files(): readonly ReportedFile[] {
    return this.#files.filter((file) => file !== undefined)
  }

  add(document: Document, options: LintOptions): Later | undefined {
    const definitions = this.#definitions
    const read = readText(document.source, options)
    definitions?.add(definitionsIn(read.document))
    const place = this.#files.push(undefined) - 1
    const finish = () => {
      this.#files[place] = this.#finish(document, read, definitions ? {...options, definitions} : options)
    }
    if (definitions && read.needsDefinitions) return finish
    finish()
    return undefined
  }
}
