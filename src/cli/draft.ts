import {randomUUID} from 'node:crypto'
import {fchmodSync, fchownSync, fsyncSync, lstatSync, readdirSync, rmSync, type Stats} from 'node:fs'
import {join} from 'node:path'
import {type Content, withFile, writeBlocks} from './write-blocks.ts'

/** Writes a new file beside those that are there, like the one whose place it takes, and says where it is. */
export function writeDraft(directory: string, content: Content, existing?: Stats): string {
  // Not Markdown by its name: what a killed process leaves behind is never read as a document.
  const draft = join(directory, `.catalint-${randomUUID()}`)
  try {
    withFile(draft, 'wx', (file) => {
      if (existing) keepOwnerAndMode(file, existing)
      writeBlocks(file, content)
      // Without it, a power cut after the renaming could leave an empty file.
      fsyncSync(file)
    })
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
  return draft
}

/** Giving a file away takes a right that few have; the mode comes last, since a change of owner may lower it. */
function keepOwnerAndMode(file: number, {uid, gid, mode}: Stats): void {
  for (const owner of [uid, -1]) {
    try {
      fchownSync(file, owner, gid)
      break
    } catch {
      // Then at least the group.
    }
  }
  fchmodSync(file, mode)
}

const draftName = /^\.catalint-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** The age, in milliseconds, of a draft that no process can still be writing. */
const abandoned = 60 * 60 * 1000

/** Removes the drafts that killed processes left in a directory, as far as that is allowed. */
export function removeAbandonedDrafts(directory: string): void {
  try {
    for (const name of readdirSync(directory).filter((name) => draftName.test(name))) {
      const path = join(directory, name)
      const stats = lstatSync(path)
      if (stats.isFile() && Date.now() - stats.mtimeMs > abandoned) rmSync(path, {force: true})
    }
  } catch {
    // They are in nobody's way.
  }
}
