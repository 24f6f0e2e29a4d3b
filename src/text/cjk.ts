// Kept here, since building such a pattern costs far more than using it.
const han = /\p{Script=Han}/u
// Nearly all there are. The pattern above takes milliseconds to compile, once a text without these is met.
const commonHan = /[\u4E00-\u9FFF]/
const eachHan = /\p{Script=Han}/gu
const latinWords = /\p{Script=Latin}+/gu
const blanksBetweenHan = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/** Whether the text holds a Han ideograph. Kana and hangul are left out: their punctuation has customs of its own. */
export function hasHan(text: string): boolean {
  return commonHan.test(text) || han.test(text)
}

/** Whether a UTF-16 unit is an ideograph of the basic plane, or half of one of another plane. */
export function isHan(char: string | undefined): boolean {
  if (char === undefined) return false
  const code = char.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return true
  return code < 0xd800
    ? han.test(char)
    : (code >= 0xd840 && code <= 0xd88d) || (code >= 0xf900 && code <= 0xfaff)
}

/** Punctuation that fills a full-width square and needs no blank beside it. */
export const cjkPunctuation = '、。，；：？！（）《》〈〉「」『』【】〔〕／'

export function isCjkMark(char: string | undefined): boolean {
  return char !== undefined && cjkPunctuation.includes(char)
}

/** Whether the text is Chinese: written in Han ideographs more than in Latin letters, and without kana. */
export function isMainlyHan(text: string): boolean {
  const ideographs = text.match(eachHan)?.length ?? 0
  if (ideographs === 0 || /[\u3041-\u3096\u30A1-\u30FA]/.test(text)) return false
  // A Latin word says about as much as two ideographs.
  return ideographs > 2 * (text.match(latinWords)?.length ?? 0)
}

/** Without the blanks that stand between ideographs. */
export function joinHan(text: string): string {
  return text.replace(blanksBetweenHan, '')
}
