import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {type Finding, lintText} from '../../src/index.ts'
import {checkText} from '../../src/lint-text.ts'
import {applyFixes} from './apply.ts'
import {documentedIds, type Example, readDocumentation, settingsFor} from './documentation.ts'

describe('the documentation', () => {
  it('has a page for every rule and for nothing else', () => {
    expect(documentedIds()).toEqual(rules.map(({id}) => id).sort())
  })

  it('is up to date with the rules', () => {
    const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url))
    const {status, stderr} = spawnSync(process.execPath, [script, '--check'], {encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })
})

const documented = new Set(documentedIds())

describe.each(rules.filter(({id}) => documented.has(id)))('the page of $id', (rule) => {
  const {id, fix, messages, options} = rule
  const {title, sections} = readDocumentation(id)
  const examplesIn = (name: string) => sections.find(({heading}) => heading === name)?.examples ?? []
  const found = (example: Example) => lint(id, example).filter(({rule}) => rule === id)

  it('has the sections that every page has', () => {
    expect(title).toBe(id)
    expect(sections.map(({heading}) => heading)).toEqual([
      'Why it matters',
      ...(fix ? ['What the fix may change'] : []),
      'Wrong',
      'Right',
      ...(Object.keys(options).length > 0 ? ['Options'] : []),
      'When to switch it off',
      '中文',
    ])
  })

  it('says in both languages what its fix may change', () => {
    const text = readFileSync(new URL(`../../rules/${id}.md`, import.meta.url), 'utf8')
    expect(text.includes('修复会改变什么：')).toBe(fix !== undefined)
  })

  it('keeps its examples where they are run', () => {
    const elsewhere = sections.filter(({heading, examples}) => examples.length > 0 && !isRun(heading))
    expect(elsewhere).toEqual([])
    expect(examplesIn('Wrong').length).toBeGreaterThan(0)
    expect(examplesIn('Right').length).toBeGreaterThan(0)
  })

  it.each(examplesIn('Wrong'))('is right that this is wrong: $source', (example) => {
    expect(found(example)).not.toEqual([])
  })

  it.each(examplesIn('Wrong').filter(({mended}) => mended))('mends as it says: $source', (example) => {
    const {source, mended = ''} = example
    expect(applyFixes(source, found(example))).toBe(mended)
    expect(lint(id, {...example, source: mended}).filter(({level}) => level === 'error')).toEqual([])
  })

  it('has a wrong example for every message', () => {
    const shown = new Set(
      examplesIn('Wrong')
        .flatMap(found)
        .map(({messageId}) => messageId),
    )
    expect([...shown].sort()).toEqual(Object.keys(messages).sort())
  })

  it.each(examplesIn('Right'))('is right that this is right: $source', (example) => {
    const findings = lint(id, example)
    expect(found(example)).toEqual([])
    // It would be a poor example that another rule has to complain of.
    expect(findings.filter(({level}) => level !== 'info')).toEqual([])
    // The rule has something to be silent about.
    const {tables} = checkText(example.source, {tables: example.tables}).document
    expect(tables.flatMap(({records}) => records)).not.toEqual([])
  })
})

function lint(id: string, example: Example): readonly Finding[] {
  const {source, tables} = example
  return lintText(source, {rules: settingsFor(id, example), tables}).findings
}

function isRun(heading: string): boolean {
  return heading === 'Wrong' || heading === 'Right'
}
