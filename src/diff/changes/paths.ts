import type {EntryPath} from '../model.ts'

/** The path before, where it was another one. */
export function pathBefore(before: EntryPath, after: EntryPath): {readonly pathBefore?: EntryPath} {
  const isSame = before.length === after.length && before.every((name, index) => name === after[index])
  return isSame ? {} : {pathBefore: before}
}
