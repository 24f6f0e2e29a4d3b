import type {Localized} from '../finding.ts'

/** Asks whether the nearest of the candidates was meant, if one is near. */
export async function suggest(
  word: string,
  candidates: readonly string[],
  before: Localized = {en: '', zh: ' '},
): Promise<Localized | undefined> {
  const {nearest} = await import('../text/nearest.ts')
  const found = nearest(word, candidates)
  if (found === undefined) return undefined
  return {en: `did you mean ${before.en}${found}?`, zh: `是否想用${before.zh}${found}？`}
}
