import {headingStarts} from '../clauses/headings.ts'
import {labelEnd} from '../clauses/labels.ts'
import {beginsCase} from '../clauses/split-clauses.ts'
import type {Reading} from '../syntax.ts'
import {clauseEnds} from '../tokens/kinds.ts'
import type {Token} from '../tokens/token.ts'

/** A line without a marker that begins with a label ends the list above it. */
export function sectionsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sections: Token[][] = [[]]
  const hasMarkers = tokens.some(({kind}) => kind === 'marker')
  for (const [index, token] of tokens.entries()) {
    const isLineStart = index > 0 && tokens[index - 1]?.kind === 'feed'
    if (isLineStart && hasMarkers && beginsSection(tokens, index)) sections.push([])
    sections.at(-1)?.push(token)
  }
  return sections
}

/** `另需提供…`, `企业：…` */
function beginsSection(tokens: readonly Token[], from: number): boolean {
  let start = from
  while (tokens[start]?.kind === 'blank') start++
  const first = tokens[start]
  if (first?.kind === 'verb' && first.isAddition) return true
  return labelEnd(tokens, start) >= 0
}

/**
 * Where a list ends before its last item does: `…。以上任选其一`, and under an applicant `…；平台需提供…`.
 *
 * @param tokens from the first marker on.
 */
export function listEnd(reading: Reading, tokens: readonly Token[], hasApplicant: boolean): number {
  const last = tokens.findLastIndex(({kind}) => kind === 'marker')
  const headings = headingStarts(reading, tokens)
  for (let index = last + 1; index < tokens.length; index++) {
    if (!clauseEnds.has(tokens[index]?.kind ?? 'text')) continue
    if (headings[index + 1] || (hasApplicant && beginsCase(tokens, index + 1))) return index
  }
  return tokens.length
}

/** Cuts before each marker of the first one's style; other styles are lists within items. */
export function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const [first] = tokens
  const style = first?.kind === 'marker' ? first.style : ''
  const items: Token[][] = []
  for (const token of tokens) {
    if (token.kind === 'marker' && token.style === style) items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}
