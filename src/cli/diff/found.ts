import type {ComparedData} from '../../diff/side.ts'
import type {Source} from '../discover.ts'

/** What one side of a comparison is made of. */
export interface FoundSide {
  readonly sources: readonly Source[]
  /** A dataset that was read as it is. */
  readonly dataset?: DatasetFile
  /** What it is a directory of. */
  readonly root?: string
  readonly problems: readonly Error[]
  readonly notes: readonly Error[]
}

interface DatasetFile {
  /** Where it lies, or would lie in the work tree: a configuration above holds for it. */
  readonly absolute: string
  readonly data: ComparedData
}

export interface FoundSides {
  readonly before: FoundSide
  readonly after: FoundSide
}

export const nothingFound: FoundSide = {sources: [], problems: [], notes: []}
