import {expect, test} from 'vitest'
import {catalint, flawed} from './catalint.ts'

const files = Object.fromEntries(Array.from({length: 12}, (_, index) => [`docs/${index}.md`, flawed]))

test.each(['json', 'compact', 'pretty'])(
  'the report in %s is the same for any number of threads',
  async (format) => {
    const argv = ['docs', '--format', format, '--all']
    const {status, stdout, stderr} = await catalint(files, argv)
    expect(stdout).toContain('docs/11.md')
    for (const count of ['1', '2', '7', '1000']) {
      expect(await catalint(files, [...argv, '--concurrency', count])).toMatchObject({status, stdout, stderr})
    }
  },
)

test.each([
  ['0', '--concurrency takes a whole number from 1, not 0'],
  ['-1', '--concurrency takes a whole number from 1, not -1'],
  ['two', '--concurrency takes a whole number from 1, not two'],
])('%s is no number of threads', async (count, message) => {
  expect(await catalint(files, ['docs', '--concurrency', count])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `catalint: ${message}\n`,
  })
})
