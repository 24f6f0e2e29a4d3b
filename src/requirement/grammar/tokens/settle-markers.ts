import type {Token, TokenOf} from './token.ts'

type Marker = TokenOf<'marker'>

/** A marker that may begin an item, and whether a line begins with it. */
interface Candidate {
  readonly marker: Marker
  readonly startsLine: boolean
}

/** Makes text of the markers that begin no item. */
export function settleMarkers(tokens: readonly Token[]): readonly Token[] {
  const candidates = candidatesIn(tokens)
  if (candidates.length === 0) return tokens
  const counting = countingMarkers(candidates)
  const settled: Token[] = []
  for (const token of tokens) {
    const isText = token.kind === 'text' || (token.kind === 'marker' && !counting.has(token))
    const last = settled.at(-1)
    if (isText && last?.kind === 'text') settled[settled.length - 1] = {...last, end: token.end}
    else settled.push(isText ? {kind: 'text', start: token.start, end: token.end} : token)
  }
  return settled
}

/** `①②任选其一`: numbers that are spoken of begin no items. */
function candidatesIn(tokens: readonly Token[]): readonly Candidate[] {
  return tokens.flatMap((token, index) => {
    const next = tokens[index + 1]?.kind
    if (token.kind !== 'marker' || next === 'marker') return []
    const isFirst = startsLine(tokens, index)
    return next !== 'choice' || isFirst ? [{marker: token, startsLine: isFirst}] : []
  })
}

function startsLine(tokens: readonly Token[], index: number): boolean {
  let before = index - 1
  while (tokens[before]?.kind === 'blank') before--
  return before < 0 || tokens[before]?.kind === 'feed'
}

/**
 * The candidates that go on counting: 1, 2, 3. Within a line a single one is a number (`第1、2类`), at its
 * beginning it may be a list of one.
 */
function countingMarkers(candidates: readonly Candidate[]): ReadonlySet<Token> {
  const counting = new Set<Token>()
  const seen = new Map<string, number>()
  const goesOn = markersBeforeNext(candidates)
  for (const {marker, startsLine} of candidates) {
    const {style, number} = marker
    if (!startsLine && !(number === 1 ? goesOn.has(marker) : number > 1 && seen.get(style) === number - 1))
      continue
    counting.add(marker)
    seen.set(style, number)
  }
  return counting
}

/** The markers after which one of their style follows with the next number. */
function markersBeforeNext(candidates: readonly Candidate[]): ReadonlySet<Token> {
  const found = new Set<Token>()
  const following = new Map<string, number>()
  for (const {marker} of [...candidates].reverse()) {
    if (following.get(marker.style) === marker.number + 1) found.add(marker)
    following.set(marker.style, marker.number)
  }
  return found
}
