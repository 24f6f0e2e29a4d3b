import type {LicenseIdentity} from '../../requirement/evaluate.ts'
import type {Evidence, Rename} from '../model.ts'
import {splitRenames} from '../renames.ts'
import type {Side, SideCategory, SideDocument, SideRow} from '../side.ts'
import {matchCategories} from './categories.ts'
import {matchDocuments} from './documents.ts'
import type {Matching} from './matching.ts'
import {matchRows} from './rows.ts'

/** Two datasets, and what of the one is what of the other. */
export interface MatchedSides {
  readonly before: Side
  readonly after: Side
  readonly documents: Matching<SideDocument>
  readonly categories: Matching<SideCategory>
  readonly rows: Matching<SideRow>
  /** What speaks for the rows and categories that have other names, by those after. */
  readonly evidence: ReadonlyMap<SideRow | SideCategory, readonly Evidence[]>
  readonly identity: LicenseIdentity
}

export function matchSides(
  before: Side,
  after: Side,
  {renames, identity}: {readonly renames: readonly Rename[]; readonly identity: LicenseIdentity},
): MatchedSides {
  const stated = splitRenames(renames)
  const evidence = new Map<SideRow | SideCategory, readonly Evidence[]>()
  const documents = matchDocuments(before, after)
  const categories = matchCategories({before, after, documents, renames: stated.categories, evidence})
  const rows = matchRows({before, after, documents, categories, renames: stated.rows, identity, evidence})
  return {before, after, documents, categories, rows, evidence, identity}
}
