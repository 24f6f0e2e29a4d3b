import {expect, it} from 'vitest'
import {fillByFold, foldCodePoint, foldText, foldUnit, nothing, unusual} from '../../src/prefilter/fold.ts'

/** Every character there is, in pieces that a failure can be found in. */
const characters = Array.from({length: 0x110000}, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
)

it('folds what is one header word to one text, character by character', () => {
  const apart = characters.filter((code) => {
    const char = String.fromCodePoint(code)
    const others = [char.normalize('NFKC').toLowerCase(), char.toLowerCase()].filter(
      (other) => other !== char,
    )
    return others.some((other) => foldText(other) !== foldCodePoint(code))
  })
  expect(apart.map((code) => code.toString(16))).toEqual([])
})

it('folds alone what stands together with marks and letters', () => {
  for (const text of ['É', '가각', 'ガ', 'ΣΑΣ', 'ﬁn', '㎏', 'İ', '⑴', '𝐋icence'.normalize('NFD')]) {
    const composed = text.normalize('NFKC').toLowerCase()
    expect(foldText(text), text).toBe(foldText(composed))
    expect(foldText(text.normalize('NFD')), text).toBe(foldText(composed))
  }
})

it('agrees with itself on single units', () => {
  const apart = characters.filter((code) => {
    const folded = code > 0xffff ? unusual : foldUnit(code)
    if (folded === unusual) return false
    return foldCodePoint(code) !== (folded === nothing ? '' : String.fromCharCode(folded))
  })
  expect(apart.map((code) => code.toString(16))).toEqual([])
})

it('fills a table with all units that fold to a given one, or that may', () => {
  const table = new Uint8Array(0x10000)
  fillByFold(table, new Map([...'a类-一'].map((char) => [char.charCodeAt(0), 1])), 2)
  for (let unit = 0; unit < table.length; unit++) {
    const folded = foldUnit(unit)
    const expected = folded === unusual ? 2 : 'a类-一'.includes(String.fromCharCode(folded)) ? 1 : 0
    expect(table[unit], unit.toString(16)).toBe(folded < 0 && folded !== unusual ? 0 : expected)
  }
})
