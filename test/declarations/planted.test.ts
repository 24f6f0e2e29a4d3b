import {describe, expect, it} from 'vitest'
import {lintText} from '../../src/index.ts'
import {type DeclaredCell, declaredRows, documents, tables, withContents} from './documents.ts'

const rows = declaredRows()

describe('declared tables', () => {
  it('are found, with all their rows', () => {
    const counts = documents.map(({path}) => [path, rows.filter(([cell]) => cell?.path === path).length])
    expect(Object.fromEntries(counts)).toEqual({'api.md': 7, 'component.md': 8, 'request.md': 3})
  })

  it.each(documents)('say nothing where nothing is wrong: $path', ({path, source}) => {
    expect(found(source, path)).toEqual([])
  })
})

describe('a fault planted in a row', () => {
  it.each(cellsOf('type'))('is a type that is none: $path:$line', (cell) => {
    const source = withContents([[cell, 'strng']])
    expect(found(source, cell.path)).toEqual([`${cell.line} column-value enum strng`])
  })

  it.each(cellsOf('required'))('is neither yes nor no: $path:$line', (cell) => {
    const kind = cell.path === 'api.md' ? 'type' : 'enum'
    const source = withContents([[cell, 'maybe']])
    expect(found(source, cell.path)).toEqual([`${cell.line} column-value ${kind} maybe`])
  })

  it.each(rowsWith('type', 'required'))('is two values exchanged: $path:$line', (type) => {
    const required = inRowOf(type, 'required')
    const [typeText, requiredText] = [contentOf(type), contentOf(required)]
    const source = withContents([
      [type, requiredText],
      [required, typeText],
    ])
    const first = type.start < required.start ? requiredText : typeText
    expect(found(source, type.path)).toEqual([`${type.line} no-misplaced-column exchanged ${first}`])
  })

  it.each(keysAfterTheFirst())('is the key of the row above once more: $path:$line', (key) => {
    const above = rows.flat().findLast((cell) => isAbove(cell, key)) as DeclaredCell
    const source = withContents([[key, contentOf(above)]])
    const rules = found(source, key.path).map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(rules).toEqual([`${key.line} no-duplicate-key`])
  })

  it.each(cellsOf('type'))('is a cell left blank: $path:$line', (cell) => {
    expect(found(withContents([[cell, '']]), cell.path)).toEqual([`${cell.line} no-empty-cell required `])
  })
})

function found(source: string, path: string): readonly string[] {
  return lintText(source, {path, tables}).findings.map(({rule, messageId, start, end}) =>
    [start.line, rule, messageId, source.slice(start.offset, end.offset)].join(' '),
  )
}

function cellsOf(column: string): readonly DeclaredCell[] {
  return rows.flat().filter((cell) => cell.column === column)
}

function rowsWith(...columns: readonly string[]): readonly DeclaredCell[] {
  const [first = ''] = columns
  const complete = rows.filter((row) => columns.every((name) => row.some(({column}) => column === name)))
  return complete.flatMap((row) => row.filter(({column}) => column === first))
}

function inRowOf({path, row}: DeclaredCell, column: string): DeclaredCell {
  const cell = rows
    .flat()
    .find((other) => other.path === path && other.row === row && other.column === column)
  if (!cell) throw new Error(`no ${column} in the row`)
  return cell
}

function contentOf({source, start, end}: DeclaredCell): string {
  return source.slice(start, end)
}

function keysAfterTheFirst(): readonly DeclaredCell[] {
  const keys = rows.flat().filter(({role}) => role === 'key')
  return keys.filter((key) => keys.some((other) => isAbove(other, key)))
}

function isAbove(cell: DeclaredCell, below: DeclaredCell): boolean {
  return cell.role === 'key' && cell.path === below.path && cell.line === below.line - 1
}
