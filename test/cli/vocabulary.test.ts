import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {cliOptions} from '../../src/cli/options.ts'
import {run} from '../../src/cli/run.ts'
import {catalint} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

/** A document with one row, which asks for this. */
function asking(qualification: string): string {
  return `## 一级类目：服务\n\n| 二级类目 | 资质 |\n| --- | --- |\n| 甲 | ${qualification} |\n`
}

function vocabulary(...licenses: readonly object[]): string {
  return JSON.stringify({version: 1, licenses})
}

/** The requirement of the row, as exported. */
async function requirementOf(qualification: string, words: string | undefined, ...argv: string[]) {
  const files = {'a.md': asking(qualification), 'v.json': words ?? ''}
  const given = words === undefined ? [] : ['--vocabulary=v.json']
  const {status, stdout, stderr} = await catalint(files, ['export', 'a.md', '--to=json', ...given, ...argv])
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  const {categories} = JSON.parse(stdout) as {categories: [{subcategories: [{requirement: unknown}]}]}
  return categories[0].subcategories[0].requirement
}

const commands = {
  lint: ['lint', 'a.md'],
  export: ['export', 'a.md', '--to=json'],
  query: ['query', 'a.md', '--held=营业执照'],
} as const

const renamed = {name: '新证', successor: {name: '更新证', from: '2999-06', source: '令'}}

describe('--as-of', () => {
  test('decides whether a rename has happened', async () => {
    const words = vocabulary(renamed, {name: '更新证'})
    const before = {license: '新证'}
    const after = {license: '新证', canonical: '更新证', status: 'renamed'}
    expect(await requirementOf('《新证》', words)).toEqual(before)
    expect(await requirementOf('《新证》', words, '--as-of=2999-05-31')).toEqual(before)
    expect(await requirementOf('《新证》', words, '--as-of', '2999-06-01')).toEqual(after)
    expect(await requirementOf('《新证》', words, '--as-of=2999-06-01', '--as-of=2024-02-29')).toEqual(before)
  })

  test('keeps a rename to come from being a finding', async () => {
    const files = {'a.md': asking('《新证》'), 'v.json': vocabulary(renamed, {name: '更新证'})}
    const argv = ['a.md', '--format=compact', '--vocabulary=v.json']
    for (const early of [[], ['--as-of=2999-05-31']]) {
      expect(await catalint(files, [...argv, ...early])).toMatchObject({status: 0, stdout: ''})
    }
    const {status, stdout} = await catalint(files, [...argv, '--as-of=2999-06-01'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^a\.md:5:8: warning: [^\n]*更新证[^\n]*2999-06[^\n]*\[license-name\]\n$/)
  })

  test('looks back as well', async () => {
    const now = {license: '食品流通许可证', canonical: '食品经营许可证', status: 'renamed'}
    expect(await requirementOf('《食品流通许可证》', undefined)).toEqual(now)
    expect(await requirementOf('《食品流通许可证》', undefined, '--as-of=2015-09-30')).toEqual({
      license: '食品流通许可证',
    })
  })

  test('decides what a held licence serves for', async () => {
    const files = {'a.md': asking('《更新证》'), 'v.json': vocabulary(renamed, {name: '更新证'})}
    const argv = ['query', 'a.md', '--held=新证', '--vocabulary=v.json']
    expect((await catalint(files, argv)).stdout).toContain('× 甲: missing 《更新证》')
    const later = await catalint(files, [...argv, '--as-of=2999-06-01'])
    expect(later.stdout).toContain('✓ 甲: open\n      新证 serves as 《更新证》\n')
  })

  test('is what a query reads its documents by', async () => {
    const files = {'a.md': asking('《食品流通许可证》')}
    const argv = ['query', 'a.md', '--held=食品经营许可证']
    expect((await catalint(files, argv)).stdout).toContain('✓ 甲: open')
    const earlier = await catalint(files, [...argv, '--as-of=2015-09-30'])
    expect(earlier.stdout).toContain('× 甲: missing 《食品流通许可证》')
  })

  test.each([
    '2026-6-1',
    '2026-02-30',
    '2025-02-29',
    '2026-06',
    '2026',
    '20260601',
    '0000-01-01',
    '2026-06-01T00:00',
    ' 2026-06-01',
    '２０２６-06-01',
    'today',
  ])('takes no %j', async (day) => {
    for (const argv of Object.values(commands)) {
      expect(await catalint({'a.md': asking('')}, [...argv, '--as-of', day])).toMatchObject({
        status: 2,
        stdout: '',
        stderr: `catalint: --as-of takes a day of the calendar, such as 2026-06-01, not ${day}\n`,
      })
    }
  })

  test('says so in Chinese and on one line', async () => {
    const {stderr} = await catalint({}, ['--as-of', '明\n天\u001B[2J', '--lang=zh'])
    expect(stderr).toBe('catalint: --as-of 须为日历上的一天，如 2026-06-01，而不是 明↵天<U+001B>[2J\n')
  })
})

describe('--vocabulary', () => {
  const seal = {name: '蓝盾标识', informalNames: ['蓝盾']}

  test('makes a licence of one’s own known where it stands bare', async () => {
    expect(await requirementOf('请提供蓝盾标识', vocabulary(seal))).toEqual({license: '蓝盾标识'})
    expect(await requirementOf('请提供蓝盾标识', undefined)).not.toHaveProperty('license')
    const files = {'a.md': asking('请提供蓝盾标识'), 'v.json': vocabulary(seal)}
    const argv = ['a.md', '--format=compact', '--rule=requirement-ending: off']
    expect(await catalint(files, argv)).toMatchObject({status: 0, stdout: ''})
    const {stdout} = await catalint(files, [...argv, '--vocabulary', 'v.json'])
    expect(stdout).toContain('license-unbracketed')
    expect(stdout).toContain('蓝盾标识')
  })

  test('adds to the built-in one', async () => {
    expect(await requirementOf('《ICP备案》', vocabulary(seal))).toMatchObject({
      canonical: '非经营性互联网信息服务备案核准',
    })
  })

  test('stands in its place with extends: false', async () => {
    const alone = JSON.stringify({version: 1, extends: false, licenses: [seal]})
    expect(await requirementOf('《ICP备案》', alone)).toEqual({license: 'ICP备案'})
    expect(await requirementOf('《蓝盾》', alone)).toEqual({
      license: '蓝盾',
      canonical: '蓝盾标识',
      status: 'informal',
    })
    const files = {'a.md': asking('《增值电信业务经营许可证》'), 'v.json': alone}
    const {stdout, stderr} = await catalint(files, [
      'query',
      'a.md',
      '--held=增值电信业务许可证,蓝盾',
      '--vocabulary=v.json',
    ])
    expect(stdout).toContain('× 甲: missing 《增值电信业务经营许可证》')
    expect(stderr).toContain('no document asks for 增值电信业务许可证, and the vocabulary does not know it')
    expect(stderr).not.toContain('蓝盾')
  })

  test('lets a licence held under another name serve', async () => {
    const files = {'a.md': asking('《蓝盾标识》'), 'v.json': vocabulary(seal)}
    const argv = ['query', 'a.md', '--held=蓝盾']
    expect((await catalint(files, argv)).stdout).toContain('× 甲: missing 《蓝盾标识》')
    expect(await catalint(files, [...argv, '--vocabulary=v.json'])).toMatchObject({
      stdout: expect.stringContaining('✓ 甲: open\n      蓝盾 serves as 《蓝盾标识》\n'),
      stderr: '',
    })
  })

  test('lets a licence that stands bare be held under another name', async () => {
    const files = {'a.md': asking('请提供蓝盾标识'), 'v.json': vocabulary(seal)}
    const argv = ['query', 'a.md', '--held=蓝盾']
    expect((await catalint(files, argv)).stdout).toContain('× 甲: missing ')
    expect((await catalint(files, [...argv, '--vocabulary=v.json'])).stdout).toContain('✓ 甲: open')
  })

  test('may begin with a byte order mark and lie anywhere', async () => {
    const root = workspace({'docs/a.md': asking('《蓝盾》'), 'v.json': `\uFEFF${vocabulary(seal)}\r\n`})
    for (const path of ['../v.json', join(root, 'v.json')]) {
      const host = fakeHost(join(root, 'docs'))
      expect(await run(['export', '--to=json', '--vocabulary', path], host)).toBe(0)
      expect(host.written.stdout).toContain('"canonical": "蓝盾标识"')
    }
  })

  test.skipIf(process.platform === 'win32')('may come through a pipe', () => {
    const root = workspace({'v.json': vocabulary({name: '证'})})
    execFileSync('sh', ['-c', 'mkfifo pipe && { cat v.json > pipe & }'], {cwd: root, stdio: 'ignore'})
    return expect(run(['--vocabulary=pipe', '-'], fakeHost(root))).resolves.toBe(0)
  })

  test('may have 10,000 entries', async () => {
    const many = Array.from({length: 10_000}, (_, index) => ({
      name: `甲${index}许可证`,
      aliases: [`乙${index}证`],
    }))
    expect(await requirementOf('《乙9999证》', vocabulary(...many))).toEqual({
      license: '乙9999证',
      canonical: '甲9999许可证',
    })
  })

  test('is not taken by the other commands', async () => {
    for (const option of ['--vocabulary=v.json', '--as-of=2026-06-01']) {
      const {status, stderr} = await catalint({}, ['rules', option])
      expect(status).toBe(2)
      expect(stderr).toMatch(
        /the command rules has no option --[a-z-]+, it belongs to lint, export, query, diff\n$/,
      )
    }
  })
})

describe('a wrong vocabulary', () => {
  test('stops every command before it reads a document', async () => {
    for (const argv of Object.values(commands)) {
      const files = {'a.md': asking('《 甲证》'), 'v.json': '{"version": 2}'}
      expect(await catalint(files, [...argv, '--vocabulary=v.json'])).toMatchObject({
        status: 2,
        stdout: '',
        stderr:
          'catalint: v.json:1:1: licenses: is missing\ncatalint: v.json:1:2: version: expected 1, not 2\n',
      })
    }
  })

  test.each<readonly [what: string, content: string, place: string, english: string, chinese: string]>([
    ['nothing', '', ':1:1', 'not JSON: it ends too early', '不是 JSON：内容不完整'],
    ['no JSON', 'a: 1', ':1:1', 'not JSON: unexpected a', '不是 JSON：不应有 a'],
    [
      'a comma too many',
      '\uFEFF{\r\n  "version": 1,\r\n  "licenses": [\r\n    {"name": "甲证"},,\r\n  ]\r\n}',
      ':4:20',
      'not JSON: unexpected ,',
      '不是 JSON：不应有 ,',
    ],
    [
      'an end too early',
      '{"version": 1,\n"licenses": [',
      ':2:14',
      'not JSON: it ends too early',
      '不是 JSON：内容不完整',
    ],
    [
      'a control character in a text',
      '["\u001B"]',
      ':1:3',
      'not JSON: unexpected <U+001B>',
      '不是 JSON：不应有 <U+001B>',
    ],
    [
      'a text without end',
      '{"version": 1, "licenses": [{"name": "甲]}\n',
      ':1:38',
      'not JSON: what begins here does not end',
      '不是 JSON：此处开始的内容没有结束',
    ],
    [
      'a wrong escape',
      '{"version": "\\x"}',
      ':1:13',
      'not JSON: a wrong escape in this text',
      '不是 JSON：此文本中有错误的转义',
    ],
    [
      'a key twice',
      '{"version": 1,\n "licenses": [], "version": 1}',
      ':2:18',
      'the key version is there twice; keep one',
      '键 version 出现了两次；请保留一个',
    ],
    ['a number', '1', ':1:1', 'expected an object, not 1', '应为一个对象，而不是 1'],
    ['a list', '[]', ':1:1', 'expected an object, not a list', '应为一个对象，而不是一个列表'],
    ['null', 'null', ':1:1', 'expected an object, not null', '应为一个对象，而不是 null'],
    [
      'no list of licences',
      '{"version": 1, "licenses": {}}',
      ':1:16',
      'licenses: expected a list, not an object',
      'licenses: 应为一个列表，而不是一个对象',
    ],
    [
      'nesting without end',
      `{"version": 1, "licenses": [${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}]}`,
      '',
      'its data is nested too deeply; write it flatter',
      '数据嵌套过深；请减少嵌套层数',
    ],
    [
      'a rename without a source',
      vocabulary({name: '甲证', successor: {name: '乙证', from: '2026-06-01'}}, {name: '乙证'}),
      ':1:39',
      'licenses[0].successor.source: is missing: say where the fact is stated, or that it is not verified',
      'licenses[0].successor.source: 缺失：请注明事实出处，或标明未经核实',
    ],
    [
      'a name of the prototype',
      '{"version": 1, "licenses": [{"name": "甲证", "kindOf": [{"name": "constructor"}], "verified": false}]}',
      ':1:56',
      'licenses[0].kindOf[0].name: names “constructor”, which no entry has: add one for it',
      'licenses[0].kindOf[0].name: 所指的“constructor”没有条目：请为其添加条目',
    ],
  ])('is refused: %s', async (_, content, place, english, chinese) => {
    const files = {'a.md': asking('《 甲证》'), 'v.json': content}
    const argv = ['a.md', '--vocabulary=v.json']
    expect(await catalint(files, argv)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `catalint: v.json${place}: ${english}\n`,
    })
    expect((await catalint(files, [...argv, '--lang=zh'])).stderr).toBe(
      `catalint: v.json${place}: ${chinese}\n`,
    )
  })

  test.each([
    ['v.yaml', 'version: 1\nlicenses:\n  - name: 蓝盾标识\n    informalNames: [蓝盾]\n'],
    ['v.YML', '# ours\nversion: 1\nlicenses: [{name: 蓝盾标识, informalNames: [蓝盾]}]\n'],
    ['v.toml', 'version = 1\n[[licenses]]\nname = "蓝盾标识"\ninformalNames = ["蓝盾"]\n'],
    [
      'v.jsonc',
      '{"version": 1, /* ours */ "licenses": [{"name": "蓝盾标识", "informalNames": ["蓝盾"],}]} // end',
    ],
  ])('but a right one may be %s', async (name, content) => {
    const files = {'a.md': asking('《蓝盾》'), [name]: content}
    const {stdout, stderr} = await catalint(files, ['export', 'a.md', '--to=json', '--vocabulary', name])
    expect(stderr).toBe('')
    expect(stdout).toContain('"canonical": "蓝盾标识"')
  })

  test.each<readonly [string, string, string, string]>([
    ['gone.json', 'gone.json', 'no such file or directory', '没有这个文件或目录'],
    ['a directory', 'folder', 'is a directory, a file is needed', '是目录，此处需要文件'],
    [
      'GB18030',
      'gb.json',
      'not UTF-8, the first wrong byte is at offset 38 in line 1; save it as UTF-8',
      '不是 UTF-8 编码，首个错误字节位于偏移 38（第 1 行）；请另存为 UTF-8',
    ],
    ['4 MiB and a byte', 'large.json', 'the file has more than 4 MiB; shorten it', '文件超过 4 MiB；请精简'],
    ['no end', '/dev/zero', 'the file has more than 4 MiB; shorten it', '文件超过 4 MiB；请精简'],
  ])('cannot be read: %s', async (what, path, english, chinese) => {
    if (what === 'no end' && process.platform === 'win32') return
    const files = {
      'folder/': '',
      'gb.json': Buffer.from('{"version": 1, "licenses": [{"name": "\xbc\xd7\xd6\xa4"}]}', 'latin1'),
      'large.json': `{"version": 1, "licenses": []}`.padEnd(4 * 1024 * 1024 + 1),
    }
    const argv = ['-', `--vocabulary=${path}`]
    expect(await catalint(files, argv)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `catalint: ${path}: ${english}\n`,
    })
    expect((await catalint(files, [...argv, '--lang=zh'])).stderr).toBe(`catalint: ${path}: ${chinese}\n`)
  })

  test('of 4 MiB is read', async () => {
    const files = {'v.json': `{"version": 1, "licenses": []}`.padEnd(4 * 1024 * 1024)}
    expect(await catalint(files, ['-', '--vocabulary=v.json'])).toMatchObject({status: 0, stderr: ''})
  })

  test('has its first five problems told', async () => {
    const texts = Array.from({length: 5}, (_, index) => `licenses[${index}]: `)
    for (const [count, language, problem, rest] of [
      [5, 'en', 'expected an object, not null', ''],
      [6, 'en', 'expected an object, not null', 'catalint: v.json: and 1 more\n'],
      [10_000, 'zh', '应为一个对象，而不是 null', 'catalint: v.json: 另有 9995 处\n'],
    ] as const) {
      const content = JSON.stringify({version: 1, licenses: Array.from({length: count}, () => null)})
      const argv = ['-', '--vocabulary=v.json', `--lang=${language}`]
      const {status, stderr} = await catalint({'v.json': content}, argv)
      expect({status, stderr}).toEqual({
        status: 2,
        // Each `null,` takes five characters.
        stderr:
          texts.map((text, index) => `catalint: v.json:1:${26 + 5 * index}: ${text}${problem}\n`).join('') +
          rest,
      })
    }
  })

  test('changes no prototype', async () => {
    const content =
      '{"version": 1, "__proto__": {"extends": false}, "licenses": [{"name": "甲证", "__proto__": {"polluted": 1}}]}'
    const {status, stderr} = await catalint({'v.json': content}, ['-', '--vocabulary=v.json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(
      /^catalint: v\.json:1:16: __proto__: is not known here: expected \$schema, [^\n]*\n/,
    )
    expect(stderr).toMatch(/\ncatalint: v\.json:1:77: licenses\[0\]\.__proto__: is not known here: [^\n]*\n$/)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('cannot write to the terminal', async () => {
    const hostile = '\u001B[2J\u202E\u0007\u2028\r\n'
    const content = JSON.stringify({
      [hostile]: 1,
      version: 1,
      licenses: [{name: hostile}, {name: '甲\u202E'}, {name: '甲\u202E'}, {name: '乙', [hostile]: hostile}],
    })
    const name = 'v\u001B\n.json'
    const {status, stdout, stderr} = await catalint({[name]: content}, ['-', '--vocabulary', name])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^(catalint: v<U\+001B>↵\.json:\d+:\d+: [^\n]+\n){3}$/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E\u2028]/)
  })
})

test('what a vocabulary says is data in reports too', async () => {
  const hostile = '\u001B[2J\u202E\u0007\u2028\n'
  const words = vocabulary(
    {name: '甲', successor: {name: '证\u202E书', from: '2020', source: `令${hostile}`}},
    {name: '证\u202E书', authority: hostile},
    {name: '乙', abolished: {on: '2020', scope: `除外${hostile}`, source: '令'}},
  )
  const files = {'a.md': asking('《甲》、《乙》'), 'v.json': words}
  const seen: string[] = []
  for (const argv of [
    ...['pretty', 'compact', 'json'].map((format) => [...commands.lint, `--format=${format}`]),
    commands.export,
    commands.query,
  ]) {
    const {stdout, stderr} = await catalint(files, [...argv, '--vocabulary=v.json'])
    seen.push(stdout)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E\u2028]/)
  }
  expect(seen[0]).toContain('证<U+202E>书')
  expect(seen[0]).toContain('令<U+001B>[2J')
})

test('help tells both options in both languages', async () => {
  for (const language of ['en', 'zh'] as const) {
    for (const command of ['lint', 'export', 'query']) {
      const {stdout} = await catalint({}, [command, '--help', `--lang=${language}`])
      for (const name of ['as-of', 'vocabulary']) {
        const option = cliOptions.find((declared) => declared.name === name)
        expect(stdout).toContain(option?.description[language])
      }
      expect(stdout).toMatch(/--as-of DATE .*UTC/)
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
    }
  }
})
