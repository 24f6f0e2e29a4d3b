import type * as mdast from 'mdast'
import {isBlank, trimRange} from '../text/blanks.ts'
import type {Range} from '../text/range.ts'
import {treeContent} from './inline.ts'
import type {Cell, Row, Table} from './model.ts'
import {rangeOf, type SourceMap} from './source-map.ts'

/** Reads an mdast table into rows and cells with the range of each cell's content. */
export function readTable(node: mdast.Table, container: number, map: SourceMap): Table | undefined {
  const [header, ...rows] = node.children.map((row) => readRow(row, map))
  if (!header) return undefined
  return {type: 'table', range: rangeOf(node, map), container, header, rows}
}

function readRow(node: mdast.TableRow, map: SourceMap): Row {
  const range = rangeOf(node, map)
  const last = node.children.length - 1
  const cells = node.children.map((cell, index) => readCell(cell, index === last, map))
  return {range, line: map.lines.lineAt(range.start), cells}
}

function readCell(node: mdast.TableCell, isLast: boolean, map: SourceMap): Cell {
  const outer = betweenPipes(rangeOf(node, map), isLast, map.source)
  const range = withoutPadding(outer, map.source)
  return {outer, range, content: treeContent(map.source, range, node.children, map.shift)}
}

/** A cell's node holds the pipe before it, and the row's last one the pipe that ends the row. */
function betweenPipes({start, end}: Range, isLast: boolean, source: string): Range {
  const from = source[start] === '|' ? start + 1 : start
  if (!isLast) return {start: from, end: Math.max(from, end)}
  let to = end
  while (to > from && isBlank(source[to - 1])) to--
  const closed = to > from && source[to - 1] === '|' && !isEscaped(source, to - 1, from)
  return {start: from, end: closed ? to - 1 : Math.max(from, end)}
}

function isEscaped(source: string, at: number, from: number): boolean {
  let backslashes = 0
  while (at - backslashes > from && source[at - backslashes - 1] === '\\') backslashes++
  return backslashes % 2 === 1
}

/** A blank cell's content is the empty stretch after its first blank. */
export function withoutPadding(outer: Range, source: string): Range {
  const range = trimRange(source, outer)
  if (range.start < range.end) return range
  const at = Math.min(outer.end, outer.start + 1)
  return {start: at, end: at}
}
