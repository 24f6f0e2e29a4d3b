/** A Han ideograph; kana and hangul are left out, since their punctuation has customs of its own. */
export function isHan(char: string | undefined): boolean {
  return char !== undefined && /\p{Script=Han}/u.test(char)
}

/** Punctuation that fills a full-width square and needs no blank beside it. */
export const cjkPunctuation = '、。，；：？！（）《》〈〉「」『』【】〔〕／'

/** Whether the text is written in Han characters more than in Latin letters. */
export function isMainlyHan(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (han === 0) return false
  // A Latin word says about as much as two ideographs.
  const latin = text.match(/[\p{Script=Latin}]+/gu)?.length ?? 0
  return han >= 2 * latin
}
