import type {Configurations} from '../config/configurations.ts'
import type {Source} from '../discover.ts'
import {exclusionOf} from '../exclusions.ts'
import {readBlobs} from '../git/repository.ts'
import type {Tree, TreeFile} from '../git/tree.ts'

/** The files that the configuration of today does not leave out, with their texts in the revision. */
export async function blobSources(
  files: readonly TreeFile[],
  {repository}: Tree,
  {exclusions}: Configurations,
): Promise<readonly Source[]> {
  const wanted: TreeFile[] = []
  for (const file of files) {
    if (!(await exclusionOf(file.absolute, exclusions))) wanted.push(file)
  }
  const blobs = readBlobs(
    wanted.map(({blob}) => blob),
    repository,
  )
  return wanted.flatMap(({blob, path, absolute}) => {
    const bytes = blobs.get(blob)
    return bytes ? [{kind: 'blob', path, absolute, bytes} as const] : []
  })
}
