import type {Edit} from '../finding.ts'
import type {Range} from '../text/range.ts'

/** A part of an edited text: a stretch of the source, or what an edit wrote. */
type Piece = Range | string

/**
 * Edits of a text, then edits of what came of it, and so on, as edits of the first text alone. They are in order,
 * and something stays as it is between any two. Takes time in proportion to the edits.
 */
export function composeEdits(passes: readonly (readonly Edit[])[]): readonly Edit[] {
  const source: readonly Piece[] = [{start: 0, end: Number.POSITIVE_INFINITY}]
  return gaps(passes.reduce(editPieces, source))
}

function editPieces(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const reader = new PieceReader(pieces)
  const result: Piece[] = []
  let at = 0
  for (const {start, end, text} of edits) {
    for (const piece of reader.take(start - at)) result.push(piece)
    reader.skip(end - start)
    if (text !== '') result.push(text)
    at = end
  }
  for (const piece of reader.take(Number.POSITIVE_INFINITY)) result.push(piece)
  return result
}

/** Reads pieces from the first to the last, and cuts one that is wanted in part. */
class PieceReader {
  readonly #pieces: readonly Piece[]
  #index = 0
  /** How much of the piece has been read. */
  #read = 0

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
  }

  *take(length: number): Iterable<Piece> {
    for (let left = length; left > 0; ) {
      const piece = this.#pieces[this.#index]
      if (piece === undefined) return
      const size = Math.min(left, lengthOf(piece) - this.#read)
      yield cut(piece, this.#read, this.#read + size)
      this.#advance(size, piece)
      left -= size
    }
  }

  skip(length: number): void {
    for (const _ of this.take(length));
  }

  #advance(size: number, piece: Piece): void {
    this.#read += size
    if (this.#read < lengthOf(piece)) return
    this.#index++
    this.#read = 0
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start
}

function cut(piece: Piece, from: number, to: number): Piece {
  if (typeof piece === 'string') return piece.slice(from, to)
  return {start: piece.start + from, end: piece.start + to}
}

/** What stands between the stretches of the source that are left, in place of what stood there. */
function gaps(pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = []
  let at = 0
  let text: string[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text.push(piece)
      continue
    }
    if (piece.start > at || text.length > 0) edits.push({start: at, end: piece.start, text: text.join('')})
    at = piece.end
    text = []
  }
  return edits
}
