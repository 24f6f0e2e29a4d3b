import {compileTables, nativePattern} from './dataset/compile.ts'
import type {TableContract} from './dataset/contract.ts'
import type {TableDeclarations} from './dataset/declaration.ts'
import {checkedTables} from './declarations/checked.ts'
import type {LintOptions} from './lint.ts'

/** Contracts by the declarations that they were made of: most runs use the same ones for each document. */
const compiled = new WeakMap<TableDeclarations, readonly TableContract[]>()

/** What the tables of a document are read by. */
export function contractsOf({
  tables = noTables,
  compilePattern = nativePattern,
}: LintOptions): readonly TableContract[] {
  const known = compiled.get(tables)
  if (known) return known
  const contracts = compileTables(checkedTables(tables, compilePattern), compilePattern)
  compiled.set(tables, contracts)
  return contracts
}

const noTables: TableDeclarations = {}
