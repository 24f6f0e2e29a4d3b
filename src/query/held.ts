import {nameKey, normalizeText} from '../text/normalize.ts'

/**
 * The names in a list such as `营业执照,《ICP备案》、甲`, each once. What stands between 《 and 》 is one name,
 * since a name may hold a `、` itself.
 */
export function parseHeld(lists: readonly string[]): readonly string[] {
  const names = new Map<string, string>()
  for (const list of lists) {
    for (const [piece] of list.replaceAll('》《', '》、《').matchAll(/(?:《[^《》]*》|[^,，、])+/g)) {
      const name = normalizeText(piece.trim().replace(/^《+/, '').replace(/》+$/, '')).trim()
      const key = nameKey(name)
      if (key !== '' && !names.has(key)) names.set(key, name)
    }
  }
  return [...names.values()]
}
