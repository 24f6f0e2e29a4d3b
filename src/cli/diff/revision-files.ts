import {dirname} from 'node:path'
import type {Configurations} from '../config/configurations.ts'
import type {Source} from '../discover.ts'
import {readBlobs} from '../git/repository.ts'
import type {Tree, TreeFile} from '../git/tree.ts'
import {isMarkdown, skippedDirectories} from '../walk.ts'

/** Whether a file in a directory is one of its documents, by its path. */
export function isDocumentPath(path: string): boolean {
  const names = path.split('/')
  return isMarkdown(path) && !names.some((name) => skippedDirectories.includes(name))
}

/** The files that the configuration of today does not leave out, with their texts in the revision. */
export async function blobSources(
  files: readonly TreeFile[],
  {repository}: Tree,
  {exclusions}: Configurations,
): Promise<readonly Source[]> {
  const wanted: TreeFile[] = []
  for (const file of files) {
    const exclusion = await exclusions(dirname(file.absolute))
    if (!exclusion?.ignores(file.absolute, 'file')) wanted.push(file)
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
