import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

/** V8 gives a literal that begins with a spread and goes on a shape of its own, several times as large as itself. */
const ownShape = /report\(.*, \{\.\.\.|edits: \[\{\.\.\.|=> \(\{\.\.\.\w+, text/

test('what rules report shares its shape with others of its kind, since there may be hundreds of thousands', () => {
  const paths = readdirSync('rules').filter((name) => name.endsWith('.ts'))
  const lines = paths.flatMap((path) => readFileSync(`rules/${path}`, 'utf8').split('\n'))
  expect(lines.filter((line) => ownShape.test(line))).toEqual([])
  expect("report('padding', {...place, data})").toMatch(ownShape)
  expect("report('padding', {data, ...place})").not.toMatch(ownShape)
})
