import type {Row} from '../document/model.ts'
import {valuesOf} from './cell-values.ts'
import type {ColumnContract, TableContract} from './contract.ts'
import type {Column} from './model.ts'

/** Two columns of a row whose values fit each other's column and not their own. */
export type Exchange = readonly [Column, Column]

/** Finds the first two values of a row that are exchanged, by what is declared of their columns. */
export function findExchange(row: Row, columns: readonly Column[], contract: TableContract): Exchange | null {
  const wrong = columns.filter(({index, contract: own}) => own?.test && breaks(row, index, own, contract))
  for (const [at, first] of wrong.entries()) {
    for (const second of wrong.slice(at + 1)) {
      if (isAtHome(row, first, second, contract) && isAtHome(row, second, first, contract)) {
        return [first, second]
      }
    }
  }
  return null
}

function breaks(row: Row, index: number, column: ColumnContract, contract: TableContract): boolean {
  const cell = row.cells[index]
  return cell !== undefined && valuesOf(cell, column, contract).some(({text}) => column.test?.(text))
}

/** Whether the value in one column would be right in the other. */
function isAtHome(row: Row, {index}: Column, {contract: other}: Column, contract: TableContract): boolean {
  return other !== null && !breaks(row, index, other, contract)
}
