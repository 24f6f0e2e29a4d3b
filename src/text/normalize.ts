import {cjkPunctuation} from './cjk.ts'

const blanksBesideCjkPunctuation = new RegExp(` (?=[${cjkPunctuation}])|(?<=[${cjkPunctuation}]) `, 'g')

/**
 * The text of a cell as the dataset states it: blanks at the ends of lines gone, others folded, those beside
 * CJK punctuation removed. Width is kept as written.
 */
export function normalizeText(text: string): string {
  if (!/\s/.test(text)) return text
  return text.split('\n').map(normalizeLine).filter(Boolean).join('\n')
}

/** A byte order mark is no blank here, though JavaScript counts it as one. */
function normalizeLine(line: string): string {
  return line
    .split(/[^\S\uFEFF]+/)
    .filter(Boolean)
    .join(' ')
    .replace(blanksBesideCjkPunctuation, '')
}

/** Two texts are the same name if their keys are: width, case, blanks and invisible characters do not count. */
export function nameKey(text: string): string {
  // Most names are unified ideographs only, which are their own key.
  return onlyIdeographs.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(ignored, '')
}

const onlyIdeographs = /^[\u4E00-\u9FFF]*$/

const ignored = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu

/** As {@link nameKey}, and connecting or enclosing punctuation does not count either (`C++` stays apart from `C`). */
export function looseKey(text: string): string {
  return nameKey(text).replace(connecting, '')
}

const marks = /[/\\|、,，.．。·・‧•;；:：'"“”‘’()（）[\]【】〔〕《》〈〉「」『』{}_\-‐‑–—~～]/.source

/** Between digits a mark tells numbers apart: 1.5 and 15, 1-2 and 12. */
const connecting = new RegExp(`(?<!\\d)${marks}|${marks}(?!\\d)`, 'g')
