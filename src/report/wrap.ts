import {type Cell, joinCells, layout} from '../text/width.ts'

/**
 * The text in lines of so many columns: parted after blanks, and beside characters that are two columns wide,
 * but not before a mark that closes what stands before it.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const cells = layout(text)
  const lines: string[] = []
  let start = 0
  let used = 0
  let lastBreak = 0
  for (const [index, {shown, width}] of cells.entries()) {
    if (mayPart(cells[index - 1], cells[index])) lastBreak = index
    used += width
    if (used <= columns || shown === ' ' || index === start) continue
    // A word that is longer than the line is cut where the line ends.
    const end = lastBreak > start ? lastBreak : index
    lines.push(joinCells(cells.slice(start, end)).trimEnd())
    used = cells.slice(end, index + 1).reduce((sum, cell) => sum + cell.width, 0)
    start = end
  }
  return [...lines, joinCells(cells.slice(start)).trimEnd()]
}

function mayPart(before: Cell | undefined, after: Cell | undefined): boolean {
  if (!before || !after) return false
  // Of several marks in a row any may begin a line, so that there is always a place to part.
  if (closing.test(after.shown)) return closing.test(before.shown)
  return after.width > 1 || before.width > 1 || before.shown === ' '
}

const closing = /^[》〉」』】〕），。、；：！？”’)\],.;:…]$/
