import {readdirSync, readFileSync} from 'node:fs'
import type {Change} from '../../src/diff/model.ts'
import {readDataset} from '../../src/index.ts'

const root = new URL('../../fixtures/diff/', import.meta.url)

/** The day that all cases are judged by. */
export const asOf = '2026-06-01'

export interface EditCase {
  readonly name: string
  readonly before: ReturnType<typeof readDataset>
  readonly after: ReturnType<typeof readDataset>
  /** Written by hand, without the places. */
  readonly changes: readonly unknown[]
}

/** The edits of `fixtures/diff/`, a folder for each. */
export const cases: readonly EditCase[] = readdirSync(root, {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => ({
    name,
    before: read(name, 'before.md'),
    after: read(name, 'after.md'),
    changes: JSON.parse(readFileSync(new URL(`${name}/changes.json`, root), 'utf8')) as readonly unknown[],
  }))

function read(name: string, file: string) {
  return readDataset(readFileSync(new URL(`${name}/${file}`, root), 'utf8'), {path: 'page.md', asOf})
}

/** A change without the lines on which it stands. */
export function withoutPlaces(change: Change): unknown {
  const {places: _, ...rest} = change
  if (!('subcategories' in rest)) return rest
  const subcategories = rest.subcategories?.map((row) => {
    const {line: __, ...stated} = row as typeof row & {readonly line?: number}
    return stated
  })
  return {...rest, ...(subcategories ? {subcategories} : {})}
}
