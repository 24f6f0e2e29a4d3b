import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {displayPath, identity} from '../../discover.ts'
import type {Exclusions} from '../../exclusions.ts'
import {skippedFiles} from '../../git/listed-files.ts'
import {type Repository, readBlobs} from '../../git/repository.ts'
import type {Host} from '../../host.ts'
import type {Lint} from '../run-lint.ts'
import {decodeEarlier, type Earlier} from './earlier-texts.ts'
import {filesNamed} from './named-files.ts'

/** A document that there is no more. */
interface RemovedDocument {
  readonly path: string
  readonly absolute: string
  readonly text: string
}

interface Circumstances {
  readonly earlier: Earlier
  /** The earlier paths of all documents that there are. */
  readonly left: ReadonlySet<string>
  readonly exclusions: Exclusions
}

/** The documents that the arguments would have named before and that are gone. */
export async function removedDocuments(
  {operands, options}: Lint,
  host: Host,
  {earlier: {files, repository}, left, exclusions}: Circumstances,
): Promise<readonly RemovedDocument[]> {
  const cwd = identity(host.cwd)
  const gone = [...files].filter(([path]) => !left.has(path))
  const ids = new Map(gone.map(([path, id]) => [join(repository.top, path), id]))
  const known = {cwd, exclusions, paths: new Set(ids.keys())}
  const named = new Set<string>()
  for (const operand of operands.length > 0 ? operands : ['.']) {
    for (const file of (await filesNamed(operand, known))?.files ?? []) named.add(file)
  }
  const paths = options.staged ? [...named] : goneFromDisk([...named], repository)
  const blobs = readBlobs(
    paths.flatMap((path) => ids.get(path) ?? []),
    repository,
  )
  return paths.flatMap((absolute) => {
    const path = displayPath(cwd, absolute)
    const bytes = blobs.get(ids.get(absolute) ?? '')
    const text = bytes && decodeEarlier(bytes, path)
    return text === undefined ? [] : [{path, absolute, text}]
  })
}

/** What the work tree still has was no document before either: git ignores it. Nor was what was never checked out. */
function goneFromDisk(paths: readonly string[], repository: Repository): readonly string[] {
  const gone = paths.filter((path) => !existsSync(path))
  if (gone.length === 0) return gone
  const skipped = new Set([...skippedFiles(repository)].map((path) => join(repository.top, path)))
  return gone.filter((path) => !skipped.has(path))
}
