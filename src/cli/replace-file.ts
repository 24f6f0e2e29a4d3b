import {fsyncSync, realpathSync, renameSync, rmSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {writeDraft} from './draft.ts'
import {type Content, withFile, writeBlocks} from './write-blocks.ts'

/**
 * Writes a file in such a way that a failure, or the end of the process at any moment, leaves what was there before:
 * a part would pass for the whole. What is no ordinary file, such as a device or a pipe, is written to as it is.
 *
 * @param confirm runs when all is written, right before it takes the place of the file: by throwing it stops that.
 */
export function replaceFile(path: string, content: Content, confirm?: () => void): void {
  const existing = statSync(path, {throwIfNoEntry: false})
  if (existing && !existing.isFile()) {
    withFile(path, 'w', (file) => writeBlocks(file, content))
    return
  }
  // A link stays, and what it leads to is replaced.
  const target = existing ? realpathSync(path) : path
  const draft = writeDraft(dirname(target), content, existing)
  try {
    confirm?.()
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
  saveDirectory(dirname(target))
}

/** Makes the renaming outlast a power cut, where the system lets a directory be opened. */
function saveDirectory(directory: string): void {
  try {
    withFile(directory, 'r', fsyncSync)
  } catch {
    // The file is whole in any case.
  }
}
