import {readdirSync, readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {lintText} from '../../src/index.ts'

interface Expected {
  readonly findings: readonly {readonly rule: string; readonly line: number}[]
}

const folder = new URL('../../fixtures/documents/misplaced/', import.meta.url)
const suffix = '.expected.json'
const names = readdirSync(folder)
  .filter((name) => name.endsWith(suffix))
  .map((name) => name.slice(0, -suffix.length))

// Values in the wrong column, and their false friends (`friend-…`), which raise no error at all.
it.each(names)('%s', (name) => {
  const source = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const {findings} = JSON.parse(readFileSync(new URL(name + suffix, folder), 'utf8')) as Expected
  const all = lintText(source).findings
  const errors = all.filter(({level}) => level === 'error')
  const misplaced = all.filter(({rule}) => rule === 'no-misplaced-column')
  const found = name.startsWith('friend-') ? errors : misplaced
  expect(found.map(({rule, start}) => ({rule, line: start.line}))).toEqual(findings)
})
