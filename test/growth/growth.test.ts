import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {runNode} from './run-node.ts'

/** On a busy machine counting takes long, and no time is asserted. */
const timeout = 300_000

it('no stage does more than 2.2 times as much for twice of anything', {timeout}, async () => {
  const {status, stdout, stderr} = await runNode('bench/growth.mjs')
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toHaveLength(13)
  expect(status).toBe(0)
})

describe('rules that are planted to be quadratic', () => {
  it('are found, each by name and by what it does', {timeout}, async () => {
    const rules = join(process.cwd(), 'test/growth/planted-rules.ts')
    const shape = 'rows in one table'
    const {status, stderr} = await runNode('bench/growth.mjs', '--rules', rules, '--shapes', shape)
    expect(status).toBe(1)
    const lines = stderr.trim().split('\n')
    expect(lines.map((line) => line.split(': ')[1])).toEqual([...planted.keys()].concat('all rules'))
    for (const [stage, [kind, name]] of planted) {
      const line = lines.find((text) => text.includes(`${stage}: `)) ?? ''
      expect(line).toMatch(new RegExp(`${kind} grow (?:3\\.[5-9]|4\\.0)`))
      expect(line).toContain(name)
    }
  })
})

/** What shows in which count, and under which name. */
const planted = new Map([
  ['rule planted-nested-loops', ['blocks', 'in test/growth/planted-rules.ts']],
  ['rule planted-includes', ['steps', 'Array.includes']],
  ['rule planted-slice', ['steps', 'Array.slice']],
  ['rule planted-spread', ['steps', 'Array Iterator.next']],
  ['rule planted-search', ['steps', 'String.lastIndexOf']],
  ['rule planted-pattern', ['steps', 'RegExp.exec']],
])
