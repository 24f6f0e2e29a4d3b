/** The character adds nothing to a word: a blank, a mark on a letter, something invisible. */
export const nothing = -1

/** What the character adds is not one unit, or takes a look at Unicode: ask {@link foldCodePoint}. */
export const unusual = -2

/**
 * A unit of UTF-16 without width and case. Texts that are one word to a contract, by NFKC and lower case, are one folded text too,
 * whatever is put together or taken apart in them.
 */
export function foldUnit(unit: number): number {
  if (unit < 0x80) return foldAscii(unit)
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit
  if (unit > 0xff00 && unit < 0xff5f) return foldAscii(unit - 0xfee0)
  return unusual
}

function foldAscii(unit: number): number {
  if (unit <= 0x20 || unit === 0x7f) return nothing
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit
}

/** What holds for each unit that folds to one of these, and for those that take a look at Unicode, in a table by unit. */
export function fillByFold(
  table: Int32Array | Uint8Array,
  ofFolded: ReadonlyMap<number, number>,
  ofUnusual: number,
): void {
  table.fill(ofUnusual, 0x80)
  table.fill(0, 0x4e00, 0xa000)
  table.fill(0, 0xff01, 0xff5f)
  for (const [folded, value] of ofFolded) {
    for (const unit of writtenAs(folded)) table[unit] = value
  }
}

function writtenAs(folded: number): readonly number[] {
  if (folded >= 0x80) return foldUnit(folded) === unusual ? [] : [folded]
  const cases = folded >= 0x61 && folded <= 0x7a ? [folded, folded - 0x20] : [folded]
  return cases.flatMap((unit) => [unit, unit + 0xfee0])
}

const known = new Map<number, string>()

export function foldCodePoint(code: number): string {
  const found = known.get(code)
  if (found !== undefined) return found
  const plain = String.fromCodePoint(code).normalize('NFKD').toLowerCase().normalize('NFKD')
  const folded = plain.replace(/[\s\p{M}\p{Cf}\p{Cc}]/gu, '').replaceAll('ς', 'σ')
  known.set(code, folded)
  return folded
}

export function foldText(text: string): string {
  return Array.from(text, (char) => foldCodePoint(char.codePointAt(0) ?? 0)).join('')
}

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}
