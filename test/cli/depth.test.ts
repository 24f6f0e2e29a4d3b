import {expect, test} from 'vitest'
import {catalint, flawed} from './catalint.ts'

test.each([
  ['lists', `${'- '.repeat(4000)}x\n`],
  ['quotes', `${'>'.repeat(12_000)} x\n`],
])('%s nested too deeply to be read are one clear line and hide no other file', async (_, deep) => {
  const {status, stdout, stderr} = await catalint({'a.md': deep, 'b.md': flawed}, [
    'a.md',
    'b.md',
    '--format=compact',
  ])
  expect(status).toBe(2)
  expect(stdout).toContain('b.md:8:3: error:')
  expect(stderr).toBe('catalint: a.md: its lists or quotes are nested too deeply; write them flatter\n')
})
