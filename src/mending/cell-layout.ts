import type {DeclaredTable} from '../dataset/model.ts'
import type {Cell} from '../document/model.ts'
import type {Edit} from '../finding.ts'
import {editOf} from '../text/edit.ts'
import type {Range} from '../text/range.ts'
import {displayWidth} from '../text/width.ts'

/** Writes texts into the cells of a table in the way that the table pads its cells. */
export class CellLayout {
  readonly #source: string
  /** The columns whose cells are all as wide, so that their pipes stand below each other. */
  readonly #aligned: ReadonlySet<number>

  constructor({table, columns}: DeclaredTable, source: string) {
    this.#source = source
    const widthOf = (cell: Cell | undefined) => (cell ? this.#width(cell.outer) : undefined)
    const isAligned = (index: number) => {
      const width = widthOf(table.header.cells[index])
      return table.rows.every(({cells}) => widthOf(cells[index]) === width)
    }
    this.#aligned = new Set(columns.map(({index}) => index).filter(isAligned))
  }

  /** Puts a text into a cell in place of what it holds. */
  write({outer, range}: Cell, index: number, text: string): Edit {
    const isAligned = this.#aligned.has(index)
    const blank = this.#blank(outer)
    if (text === '') return editOf(outer, isAligned ? ' '.repeat(this.#width(outer)) : blank)
    const isBlank = range.start === range.end
    const before = isBlank ? blank : this.#source.slice(outer.start, range.start)
    const after = isBlank ? blank : this.#source.slice(range.end, outer.end)
    if (!isAligned || after === '') return editOf(outer, before + text + after)
    const room = this.#width(outer) - displayWidth(before + text)
    return editOf(outer, before + text + ' '.repeat(Math.max(1, room)))
  }

  /** A blank cell has one blank where cells are padded at all. */
  #blank({start, end}: Range): string {
    return /^[ \t]|[ \t]$/.test(this.#source.slice(start, end)) ? ' ' : ''
  }

  #width({start, end}: Range): number {
    return displayWidth(this.#source.slice(start, end))
  }
}
