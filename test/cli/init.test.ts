import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {type ParseError, parse} from 'jsonc-parser'
import {describe, expect, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {isOfSchema} from '../config/validator.ts'
import {catalint, type Files, flawed} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

const name = 'catalint.config.jsonc'

const api = `# API

| 属性名 | 类型 | 默认值 |
| --- | --- | --- |
| a | string | |
| b | number | 1 |
| c | string | |
| d | number | |

## More

| 属性名 | 类型 | 默认值 |
| --- | --- | --- |
| a | string | 2 |
| e | number | |

## Errors

| 错误码 | 说明 |
| --- | --- |
| 1 | x |
`

async function init(files: Files, ...argv: string[]) {
  const result = await catalint(files, ['init', ...argv])
  return {...result, text: readFileSync(join(result.cwd, name), 'utf8')}
}

/** Takes the slashes away from every comment that holds data. */
function uncommented(text: string): string {
  return text.replace(/^(\s*)\/\/ (?=\s*["{}[\]])/gm, '$1')
}

function parsed(text: string): unknown {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, {allowTrailingComma: true})
  expect(errors).toEqual([])
  return value
}

test('names the tables that are read, and declares the others in comments', async () => {
  const {status, stdout, stderr, text} = await init({'docs/api.md': api, 'a.md': flawed})
  expect({status, stdout, stderr}).toEqual({status: 0, stdout: `${name}\n`, stderr: ''})
  expect(text).toContain('  // categories: 1 table, at a.md:5: | 二级类目 | 资质 |\n')
  expect(text).toContain(`
    // 2 tables, the first at docs/api.md:3
    // "属性名-类型": {"columns": [
    //   {"name":"属性名","required":true,"unique":true},
    //   {"name":"类型","required":true,"enum":["string","number"]},
    //   {"name":"默认值"},
    // ]},

    // 1 table, at docs/api.md:19
    // "错误码-说明": {"columns": [
    //   {"name":"错误码"},
    //   {"name":"说明"},
    // ]},
`)
  expect(parsed(text)).toEqual({
    $schema: 'https://unpkg.com/catalint/schema/config.schema.json',
    extends: 'catalint:recommended',
    tables: {},
  })
})

test('speaks Chinese', async () => {
  const {text} = await init({'docs/api.md': api, 'a.md': flawed}, '--lang=zh')
  expect(text).toContain('  // categories: 表格 1 个，位于 a.md:5: | 二级类目 | 资质 |\n')
  expect(text).toContain('    // 表格 2 个，首个位于 docs/api.md:3\n')
})

describe('what it writes', () => {
  const documents = {'docs/api.md': api, 'a.md': flawed}

  test('changes nothing', async () => {
    const before = await catalint(documents, ['--format=json'])
    const {text} = await init(documents)
    expect(await catalint({...documents, [name]: text}, ['--format=json'])).toMatchObject({
      stdout: before.stdout,
      stderr: before.stderr,
      status: before.status,
    })
  })

  test('is the same again', async () => {
    expect((await init(documents)).text).toBe((await init(documents)).text)
  })

  test('holds without its comment marks too, and finds nothing where nothing is wrong', async () => {
    const text = uncommented((await init(documents)).text)
    expect(isOfSchema(parsed(text))).toBe(true)
    const {stdout, stderr} = await catalint({...documents, [name]: text}, ['docs', '--format=compact'])
    expect({stdout, stderr}).toEqual({stdout: '', stderr: ''})
    const planted = {'docs/api.md': api.replace('| e | number |', '| a | nummer |'), [name]: text}
    const {stdout: found} = await catalint(planted, ['--format=compact'])
    expect(found).toMatch(
      /^docs\/api\.md:15:3: error: .*\[no-duplicate-key\]\ndocs\/api\.md:15:7: error: .*\[column-value\]\n$/,
    )
  })

  test('is data whatever the documents say', async () => {
    const hostile = [
      '*/ }',
      '"],',
      '// x',
      'a<br>b',
      '\u202E\u0007',
      '\\"',
      '{',
      '&#10;&#x2028;"x": 1',
      '`a`',
      '\\_\\_proto\\_\\_',
      'ＡＢ',
    ]
    const head = `| ${hostile.join(' | ')} |\n|${' --- |'.repeat(hostile.length)}\n| ${hostile.join(' | ')} |\n`
    const twice = '| x | x |\n| - | - |\n| 1 | 2 |\n'
    const alike = '| Y | ｙ |\n| - | - |\n| 1 | 2 |\n'
    const blank = '|  | x |\n| - | - |\n| 1 | 2 |\n'
    const files = {
      'a.md': head,
      'b"\u001B.md': [twice, alike, blank, head.replace('\\_\\_proto\\_\\_', 'p')].join('\ntext\n\n'),
    }
    const {text, stdout} = await init(files)
    expect(text + stdout).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202E]/u)
    expect(parsed(text)).toHaveProperty('tables', {})
    expect(isOfSchema(parsed(uncommented(text)))).toBe(true)
    expect(text.match(/cannot be declared/g)).toHaveLength(4)
  })

  test('is valid for random tables', () => {
    const cell = fc.oneof(
      fc.string({maxLength: 6}),
      fc.constantFrom('a', 'b', '类', '"', '//', '', '#', '\\'),
    )
    const row = fc.array(cell, {minLength: 2, maxLength: 3})
    const table = fc.array(row, {minLength: 1, maxLength: 6}).map(([head = [], ...rows]) => {
      const line = (cells: readonly string[]) =>
        `| ${cells.map((text) => text.replace(/[\r\n|]/g, ' ')).join(' | ')} |`
      return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
    })
    return fc.assert(
      fc.asyncProperty(fc.array(table, {minLength: 1, maxLength: 4}), async (tables) => {
        const {text} = await init({'a.md': `${tables.join('\n\n')}\n`})
        const data = parsed(uncommented(text))
        expect(isOfSchema(data)).toBe(true)
        const {stderr} = await catalint({'a.md': '', [name]: uncommented(text)}, [])
        expect(stderr).toBe('')
      }),
      {numRuns: 150},
    )
  })

  test('does not grow without bound', async () => {
    const many = Array.from({length: 300}, (_, index) => `| a${index} | b |\n| - | - |\n| 1 | 2 |\n`).join(
      '\n',
    )
    const {text} = await init({'a.md': `${many}\n| ${'x'.repeat(10_000)} |\n| - |\n`})
    expect(text).toContain('    // And 251 more with other header words.\n')
    expect(text.length).toBeLessThan(20_000)
  })
})

describe('it refuses', () => {
  test.each([name, 'catalint.config.yaml', 'package.json'])('where there is %s', async (existing) => {
    const content = existing === 'package.json' ? '{"catalint": {}}' : '{}'
    const {status, stderr, stdout, cwd} = await catalint({'a.md': flawed, [existing]: content}, ['init'])
    expect({status, stderr, stdout}).toEqual({
      status: 2,
      stderr: `catalint: ${existing}: there is a configuration already; edit it, or remove it first\n`,
      stdout: '',
    })
    expect(readFileSync(join(cwd, existing), 'utf8')).toBe(content)
  })

  test('where there is nothing to look at', async () => {
    const {status, stderr, cwd} = await catalint({'a.txt': ''}, ['init'])
    expect(status).toBe(2)
    expect(stderr).toContain('no Markdown file in this directory')
    expect(() => readFileSync(join(cwd, name))).toThrow()
  })
})

test('one document that cannot be read hides no other', async () => {
  const {status, stderr, text} = await init({'a.md': flawed, 'b.md': Uint8Array.of(0xff)})
  expect(status).toBe(2)
  expect(stderr).toContain('catalint: b.md: not UTF-8')
  expect(text).toContain('a.md:5')
})

test('looks where it is told to, and writes where it is', async () => {
  const root = workspace({'docs/api.md': api, 'a.md': flawed, 'sub/': ''})
  const host = fakeHost(join(root, 'sub'))
  writeFileSync(join(root, 'catalint.config.yaml'), 'ignore: "*"')
  expect(await run(['init', '../docs'], host)).toBe(0)
  const text = readFileSync(join(root, 'sub', name), 'utf8')
  expect(text).toContain('at ../docs/api.md:3')
  expect(text).toContain('No table was found that is read already.')
})
