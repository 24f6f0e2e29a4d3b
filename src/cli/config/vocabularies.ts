import type {DataPath} from '../../shape/problem.ts'
import type {VocabularyData} from '../../vocabulary/types.ts'
import {problemLines} from '../data/problem-lines.ts'
import type {DataFile} from '../data/read-data.ts'
import {Faults} from '../faults.ts'

/** A vocabulary as it was found, and where. */
export interface VocabularyPart {
  readonly value: unknown
  readonly file: DataFile
  readonly at: DataPath
}

/** Vocabularies that add to each other, or {@link Faults}. Undefined where there are none. */
export async function joinVocabularies(
  parts: readonly VocabularyPart[],
): Promise<readonly VocabularyData[] | undefined> {
  if (parts.length === 0) return undefined
  const {checkedVocabularies} = await import('../../qualification-reader.ts')
  const check = checkedVocabularies(parts.map(({value}) => value))
  if (check.ok) return check.data
  const part = parts[check.index]
  throw new Faults(part ? await problemLines(check.problems, part.file, part.at) : [])
}
