import type {LintOptions} from '../../lint.ts'
import type {DocumentSettings} from '../config/configurations.ts'
import type {Source} from '../discover.ts'
import {type Document, finishEach, type ReadOptions, readEach, readSource} from '../read.ts'
import type {Linting} from './linting.ts'
import type {Progress} from './progress.ts'

/** When the documents of a run are read. */
export interface Turns {
  readonly first: readonly Source[]
  /** Those that are linted only where something that was read before makes it needful. */
  readonly rest: readonly Source[]
  /** Those that other runs lint: what they define counts here too. */
  readonly others: readonly Source[]
}

interface TurnOptions {
  readonly reading: ReadOptions
  /** What to lint a document with. */
  readonly optionsOf: (document: Document, settings: DocumentSettings) => LintOptions
  readonly progress: Progress
  /** Whether the rest is to be linted by what has been read, even if no document refers to it. */
  readonly needsRest: () => boolean
}

/** Reads and lints documents. What keeps some from it is returned, and keeps no other. */
export async function lintInTurns(
  linting: Linting,
  {first, rest, others}: Turns,
  {reading, optionsOf, progress, needsRest}: TurnOptions,
): Promise<readonly Error[]> {
  const lint = (sources: readonly Source[]) =>
    readEach(sources, reading, (document, settings, source) => {
      progress.show(document.path)
      const readAgain = () => readSource(source, document.path, reading.host)
      return linting.add({source, document, options: optionsOf(document, settings), readAgain})
    })
  const problems: Error[] = [...(await lint(first))]
  if (rest.length > 0 && (linting.waiting.length > 0 || needsRest())) problems.push(...(await lint(rest)))
  if (linting.waiting.length > 0) {
    // What cannot be read of others is said where they are linted.
    await readEach([...linting.undefined, ...others], reading, (document, settings, source) =>
      linting.define({source, document, options: optionsOf(document, settings)}),
    )
  }
  problems.push(...(await finishEach(linting.waiting)))
  progress.clear()
  return problems
}
