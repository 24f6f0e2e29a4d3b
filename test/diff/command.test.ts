import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it, test} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, type Files} from '../cli/catalint.ts'
import {fakeHost} from '../cli/workspace.ts'
import {scratchRepository} from '../git/scratch-repository.ts'

function page(...rows: readonly string[]): string {
  const lines = rows.map((row) => `| ${row} |`)
  return ['## 一级类目：金融业', '', '| 二级类目 | 资质 |', '| --- | --- |', ...lines, ''].join('\n')
}

const trust = '信托 | 《金融许可证》'
const pawn = '典当 | 《营业执照》'

interface Report {
  readonly result: string
  readonly changes: readonly {
    readonly kind: string
    readonly entity: string
    readonly path?: readonly string[]
    readonly effect?: string
    readonly places: {
      readonly before?: {readonly document: string}
      readonly after?: {readonly document: string}
    }
  }[]
}

async function diff(files: Files, argv: readonly string[]) {
  return toResult(await catalint(files, ['diff', '--format=json', ...argv]))
}

async function diffIn(directory: string, argv: readonly string[]) {
  const host = fakeHost(directory)
  const status = await run(['diff', '--format=json', ...argv], host)
  return toResult({status, ...host.written})
}

function toResult({status, stdout, stderr}: {status: number; stdout: string; stderr: string}) {
  const report = stdout === '' ? undefined : (JSON.parse(stdout) as Report)
  const told = report?.changes.map(({kind, path, effect}) =>
    [kind, effect, ...(path ?? [])].filter(Boolean).join(' '),
  )
  return {status, stderr, result: report?.result, told, report}
}

describe('two documents', () => {
  it('are compared, whatever they are called', async () => {
    const files = {'old.md': page(trust), 'new.md': page(trust, pawn)}
    expect(await diff(files, ['old.md', 'new.md'])).toMatchObject({
      status: 1,
      stderr: '',
      result: 'different',
      told: ['added 金融业 典当'],
    })
    expect(await diff(files, ['new.md', 'new.md'])).toMatchObject({status: 0, result: 'identical', told: []})
  })

  it('that differ in their layout alone are the same data', async () => {
    const files = {'old.md': page(trust), 'new.md': page(trust).replaceAll(' | ', '|')}
    expect(await diff(files, ['old.md', 'new.md'])).toMatchObject({status: 0, result: 'reformatted'})
  })

  it('may be one from standard input', async () => {
    const result = await catalint({'old.md': page(trust)}, ['diff', '--format=json', 'old.md', '-'], {
      stdin: page(trust, pawn),
    })
    expect(toResult(result)).toMatchObject({status: 1, told: ['added 金融业 典当']})
  })

  it('may be in directories', async () => {
    const files = {
      'v1/a.md': page(trust),
      'v1/b.md': page(pawn).replace('金融业', '生活'),
      'v2/a.md': page(trust),
      'v2/b.md': page(pawn, trust).replace('金融业', '生活'),
    }
    const {told, report} = await diff(files, ['v1', 'v2/'])
    expect(told).toEqual(['added 生活 信托'])
    expect(report?.changes[0]?.places.after?.document).toBe('b.md')
  })

  it('are read by their configuration', async () => {
    const files = {
      'docs/catalint.config.json': '{"tables": {"categories": false}}',
      'docs/old.md': page(trust),
      'docs/new.md': page(trust, pawn),
    }
    expect((await diff(files, ['docs/old.md', 'docs/new.md'])).told).toEqual(['reformatted docs/new.md'])
    expect((await diff(files, ['docs/old.md', 'docs/new.md', '--no-config'])).told).toEqual([
      'added 金融业 典当',
    ])
  })

  it('are compared by the vocabulary', async () => {
    const words = {version: 1, licenses: [{name: '甲证', aliases: ['乙证']}]}
    const files = {
      'old.md': page('信托 | 《甲证》'),
      'new.md': page('信托 | 《乙证》'),
      'words.json': JSON.stringify(words),
    }
    expect((await diff(files, ['old.md', 'new.md'])).told).toEqual(['changed changed 金融业 信托'])
    const {told} = await diff(files, ['old.md', 'new.md', '--vocabulary=words.json'])
    expect(told).toEqual(['reformatted 金融业 信托'])
  })

  it('are judged by a day', async () => {
    const files = {
      'old.md': page('小说 | 《互联网出版许可证》'),
      'new.md': page('小说 | 《网络出版服务许可证》'),
    }
    expect((await diff(files, ['old.md', 'new.md', '--as-of=2015-01-01'])).told).toEqual([
      'changed changed 金融业 小说',
    ])
    expect((await diff(files, ['old.md', 'new.md', '--as-of=2026-01-01'])).told).toEqual([
      'reformatted 金融业 小说',
    ])
  })

  test.each([
    [
      ['old.md'],
      'diff compares two things; write diff OLD NEW, or diff --base REV PATH for what has changed since a revision',
    ],
    [
      ['old.md', 'old.md', 'old.md'],
      'diff compares two things; write diff OLD NEW, or diff --base REV PATH for what has changed since a revision',
    ],
    [['-', '-'], 'standard input can be one side only; name a file for the other'],
    [
      ['old.md', 'old.md', '--fail-on=remove'],
      '--fail-on takes added, removed, renamed, moved, changed, reformatted, tightened, loosened, none, not remove; did you mean removed?',
    ],
    [['old.md', 'old.md', '--fail-on=none,added'], '--fail-on none goes with nothing else; leave one out'],
    [
      ['old.md', 'old.md', '--output-file=old.md'],
      'old.md is itself a document of this run; write to another path',
    ],
  ])('cannot be told from %j', async (argv, expected) => {
    expect(await diff({'old.md': page(trust)}, argv)).toMatchObject({
      status: 2,
      stderr: `catalint: ${expected}\n`,
      result: undefined,
    })
  })

  it('that cannot be read are both told of, and nothing is compared', async () => {
    const files = {'old.md': Uint8Array.from([0xff, 0xfe, 0x41, 0x00]), 'b.md': page(trust)}
    const {status, stderr, result} = await diff(files, ['old.md', 'new.md'])
    expect({status, result}).toEqual({status: 2, result: undefined})
    expect(stderr.split('\n').map((line) => line.slice(0, 18))).toEqual([
      'catalint: new.md: ',
      'catalint: old.md: ',
      '',
    ])
  })

  it('of which a configuration leaves one out are not compared', async () => {
    const files = {
      'catalint.config.json': '{"ignore": ["new.md"]}',
      'old.md': page(trust),
      'new.md': page(trust),
    }
    expect(await diff(files, ['old.md', 'new.md'])).toMatchObject({
      status: 2,
      stderr: 'catalint: new.md: left out, as catalint.config.json says under ignore\n',
      result: undefined,
    })
    expect(await diff(files, ['old.md', 'new.md', '--no-config'])).toMatchObject({status: 0})
  })
})

describe('the report', () => {
  const files = {'old.md': page(trust), 'new.md': page(trust, pawn)}

  it('is for people where nothing else is said', async () => {
    const {stdout} = await catalint(files, ['diff', 'old.md', 'new.md'])
    expect(stdout).toBe('金融业  new.md:6\n  + 典当: 《营业执照》\n\n1 added\n')
    expect((await catalint(files, ['diff', 'old.md', 'new.md', '--lang=zh'])).stdout).toContain('\n新增 1\n')
    expect((await catalint(files, ['diff', 'old.md', 'new.md'], {isTTY: true})).stdout).toContain(
      '\u001B[32m+',
    )
  })

  it('may be a comment on a pull request', async () => {
    const {status, stdout} = await catalint(files, ['diff', 'old.md', 'new.md', '--format=markdown'])
    expect(status).toBe(1)
    expect(stdout).toContain('| added | 典当 |  | 《营业执照》 |\n')
  })

  it('goes to a file', async () => {
    const argv = ['diff', 'old.md', 'new.md', '--output-file=diff.txt']
    const {status, stdout, cwd} = await catalint(files, argv, {isTTY: true, env: {FORCE_COLOR: '1'}})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(readFileSync(join(cwd, 'diff.txt'), 'utf8')).toContain('  + 典当: 《营业执照》\n')
  })
})

describe('what ends with 1', () => {
  const files = {
    'old.md': page(trust, pawn, '银行 | 《金融许可证》'),
    'new.md': page(trust, '银行 | 《金融许可证》或《营业执照》', '保险 | '),
  }
  test.each([
    ['removed', 1],
    ['tightened', 0],
    ['loosened', 1],
    ['changed', 1],
    ['moved,renamed', 0],
    ['renamed, added', 1],
    ['reformatted', 0],
    ['none', 0],
  ])('--fail-on %s: %i', async (words, expected) => {
    expect((await diff(files, ['old.md', 'new.md', '--fail-on', words])).status).toBe(expected)
  })

  it('may be a change of the text alone', async () => {
    const texts = {'old.md': page(trust), 'new.md': `${page(trust)}\n`}
    expect((await diff(texts, ['old.md', 'new.md', '--fail-on=reformatted'])).status).toBe(1)
  })
})

describe('a dataset', () => {
  async function exported(source: string): Promise<string> {
    const {stdout} = await catalint({'a.md': source}, ['export', '--to=json', 'a.md'])
    return stdout
  }

  it('is compared with a dataset or a document', async () => {
    const files = {
      'old.json': await exported(page(trust)),
      'new.json': await exported(page(trust, pawn)),
      'new.md': page(trust, pawn),
    }
    expect((await diff(files, ['old.json', 'new.json'])).told).toEqual(['added 金融业 典当'])
    expect((await diff(files, ['old.json', 'new.md'])).told).toEqual(['added 金融业 典当'])
    expect((await diff(files, ['new.json', 'new.md'])).result).toBe('identical')
  })

  test.each<[string, (text: string) => string, string]>([
    [
      'no JSON',
      (text) => text.replace('"version": 1,', '"version": 1'),
      'old.json:4:3: not JSON: unexpected "',
    ],
    [
      'another thing',
      () => '{"files": []}',
      'old.json: this is no dataset; write one with catalint export --to json',
    ],
    ['a list', () => '[]', 'old.json: this is no dataset; write one with catalint export --to json'],
    [
      'of another version',
      (text) => text.replace('"version": 1', '"version": 2'),
      'old.json: a dataset of another version than 1; write it anew with this version of catalint',
    ],
    [
      'with a name that is none',
      (text) => text.replace('"name": "信托"', '"name": 7'),
      'old.json: not as a dataset is: categories[0].subcategories[0].name: expected a text, not 7',
    ],
    [
      'with a requirement that is none',
      (text) => text.replace('"license": "金融许可证"', '"permit": "金融许可证"'),
      'old.json: not as a dataset is: categories[0].subcategories[0].requirement: expected a requirement, not an object',
    ],
    [
      'nested without end',
      (text) =>
        text.replace(
          '{\n            "license": "金融许可证"\n          }',
          `${'{"all":['.repeat(5000)}${']}'.repeat(5000)}`,
        ),
      'old.json: not as a dataset is: categories[0].subcategories[0].requirement.all: is nested too deeply',
    ],
  ])('that is %s is refused in one line', async (_what, change, expected) => {
    const files = {'old.json': change(await exported(page(trust))), 'new.md': page(trust)}
    expect(await diff(files, ['old.json', 'new.md'])).toMatchObject({
      status: 2,
      stderr: `catalint: ${expected}\n`,
    })
  })
})

describe('renames', () => {
  const files = {'old.md': page(trust), 'new.md': page('理财 | 《金融许可证》')}

  test.each([
    ['names.json', '[{"from": ["金融业", "信托"], "to": ["金融业", "理财"]}]'],
    ['names.yaml', 'renames:\n  - from: [金融业, 信托]\n    to: [金融业, 理财]\n'],
    ['names.toml', '[[renames]]\nfrom = ["金融业", "信托"]\nto = ["金融业", "理财"]\n'],
  ])('are read from %s', async (name, content) => {
    const {report, status} = await diff({...files, [name]: content}, [
      'old.md',
      'new.md',
      `--renames=${name}`,
    ])
    expect(status).toBe(1)
    expect(report?.changes).toMatchObject([{kind: 'renamed', evidence: ['stated']}])
  })

  test.each([
    ['[{"from": ["金融业", "信 托"]}]', 'names.json:1:2: [0].to: is missing'],
    ['{"renames": {}}', 'names.json:1:2: renames: expected a list, not an object'],
    [
      '[{"from": ["金融业", "信拖"], "to": ["金融业", "理财"]}]',
      'names.json:1:3: [0].from: is not in the old dataset',
    ],
    ['[', 'names.json:1:2: not JSON: it ends too early'],
  ])('%s are refused with their place', async (content, expected) => {
    const result = await diff({...files, 'names.json': content}, ['old.md', 'new.md', '--renames=names.json'])
    expect(result).toMatchObject({status: 2, stderr: `catalint: ${expected}\n`, result: undefined})
  })
})

describe('a revision', () => {
  function repository() {
    const scratch = scratchRepository({
      'docs/a.md': page(trust),
      'docs/b.md': page(pawn).replace('金融业', '生活'),
    })
    scratch.commit()
    return scratch
  }

  test.each([
    [['HEAD:docs/a.md', 'docs/a.md'], ''],
    [['HEAD:./a.md', 'a.md'], 'docs'],
    [['HEAD:a.md', 'a.md'], 'docs'],
    [['HEAD:docs/a.md', 'a.md'], 'docs'],
    [['main:docs', '.'], 'docs'],
    [['main:', '..'], 'docs'],
    [['HEAD:../docs/', '../docs'], 'docs'],
    [['--base=HEAD'], ''],
    [['--base=HEAD', '.'], 'docs'],
    [['--base=HEAD', 'docs/a.md'], ''],
    [['--base=HEAD', 'docs/*.md'], ''],
  ])('is compared with the work tree: %j', async (argv, folder) => {
    const {directory, write} = repository()
    expect(await diffIn(join(directory, folder), argv)).toMatchObject({
      status: 0,
      result: 'identical',
      stderr: '',
    })
    write({'docs/a.md': page(trust, '银行 | ')})
    expect(await diffIn(join(directory, folder), argv)).toMatchObject({
      status: 1,
      told: ['added 金融业 银行'],
      stderr: '',
    })
  })

  it('is compared with another', async () => {
    const {directory, write, commit} = repository()
    write({'docs/a.md': page(trust, '银行 | ')})
    commit()
    const {told, report} = await diffIn(directory, ['HEAD~1:docs', 'HEAD:docs'])
    expect(told).toEqual(['added 金融业 银行'])
    // Of one folder, where the paths are those of the work tree.
    expect(report?.changes[0]?.places.after?.document).toBe('docs/a.md')
  })

  it('may hold a dataset', async () => {
    const {directory, write, commit} = repository()
    const {stdout} = await catalint({'a.md': page(trust)}, ['export', '--to=json', 'a.md'])
    write({'data/set.json': stdout})
    commit()
    expect((await diffIn(directory, ['HEAD:data/set.json', 'docs/a.md'])).result).toBe('identical')
  })

  it('tells of files that were added, deleted and renamed since', async () => {
    const {directory, write} = repository()
    write({'docs/c.md': page('寄养 | ').replace('金融业', '宠物')})
    renameSync(join(directory, 'docs/b.md'), join(directory, 'docs/life.md'))
    rmSync(join(directory, 'docs/a.md'))
    const {told, report, stderr} = await diffIn(directory, ['--base=HEAD', 'docs'])
    expect(stderr).toBe('')
    expect(told).toEqual(['added 宠物', 'removed 金融业', 'reformatted docs/life.md'])
    expect(report?.changes[1]?.places).toEqual({before: {document: 'docs/a.md', line: 1}})
  })

  it('tells of a file that is named and gone, and of a directory', async () => {
    const {directory} = repository()
    rmSync(join(directory, 'docs/a.md'))
    expect(await diffIn(directory, ['--base=HEAD', 'docs/a.md'])).toMatchObject({
      status: 1,
      told: ['removed 金融业'],
      stderr: '',
    })
    rmSync(join(directory, 'docs'), {recursive: true})
    expect(await diffIn(directory, ['--base=HEAD', 'docs'])).toMatchObject({
      status: 1,
      told: ['removed 金融业', 'removed 生活'],
      stderr: '',
    })
    expect(await diffIn(directory, ['--base=HEAD', 'docs/*.md'])).toMatchObject({
      told: ['removed 金融业', 'removed 生活'],
      stderr: '',
    })
    mkdirSync(join(directory, 'docs'))
    expect(await diffIn(directory, ['--base=HEAD', 'docs'])).toMatchObject({
      told: ['removed 金融业', 'removed 生活'],
      stderr: '',
    })
  })

  it('is read by the configuration of today', async () => {
    const {directory, write} = repository()
    write({'catalint.config.json': '{"ignore": ["b.md"]}'})
    rmSync(join(directory, 'docs/b.md'))
    expect(await diffIn(directory, ['--base=HEAD'])).toMatchObject({status: 0, result: 'identical'})
  })

  it('has the files that git no longer ignores, and those that it does now', async () => {
    const {directory, write} = repository()
    write({'.gitignore': 'b.md\n'})
    expect(await diffIn(directory, ['--base=HEAD'])).toMatchObject({status: 0, result: 'identical'})
  })

  it('may have names of any kind', async () => {
    const {directory, write, commit} = repository()
    write({'目录/有 空格"与引号.md': page(trust)})
    commit()
    write({'目录/有 空格"与引号.md': page(pawn)})
    expect((await diffIn(directory, ['HEAD:目录/有 空格"与引号.md', '目录/有 空格"与引号.md'])).told).toEqual(
      ['added 金融业 典当', 'removed 金融业 信托'],
    )
  })

  it('gives way to a file of that name', async () => {
    const {directory} = repository()
    writeFileSync(join(directory, 'HEAD:b.md'), page(trust))
    expect((await diffIn(directory, ['HEAD:b.md', 'docs/a.md'])).result).toBe('identical')
  })

  test.each([
    [
      ['nope:docs/a.md', 'docs/a.md'],
      'catalint: git knows no revision nope; check the name; in a shallow clone fetch it first\n',
    ],
    [
      ['--base=nope'],
      'catalint: git knows no revision nope; check the name; in a shallow clone fetch it first\n',
    ],
    [
      ['--base=--output=x'],
      'catalint: git knows no revision --output=x; check the name; in a shallow clone fetch it first\n',
    ],
    [
      ['HEAD:docs/z.md', 'docs/a.md'],
      'catalint: docs/z.md: HEAD has no such file or directory; write the path from the top of the repository, or from here with ./ before it\n',
    ],
    [
      ['HEAD:../../x.md', 'docs/a.md'],
      'catalint: ../../x.md: HEAD has no such file or directory; write the path from the top of the repository, or from here with ./ before it\n',
    ],
    [['--base=HEAD', 'docs/z.md'], 'catalint: docs/z.md: no such file or directory\n'],
    [['--base=HEAD', '-'], 'catalint: standard input is in no revision; leave out --base, or the path -\n'],
    [['C:\\docs\\a.md', 'docs/a.md'], 'catalint: C:\\docs\\a.md: no such file or directory\n'],
  ])('that is not there is said in one line: %j', async (argv, expected) => {
    const {directory} = repository()
    expect(await diffIn(directory, argv)).toMatchObject({status: 2, stderr: expected, result: undefined})
  })

  it('is missed before the first commit, and outside of a repository', async () => {
    const {directory} = scratchRepository({'a.md': page(trust)})
    expect(await diffIn(directory, ['--base=HEAD'])).toMatchObject({
      status: 2,
      stderr: 'catalint: git knows no revision HEAD; check the name; in a shallow clone fetch it first\n',
    })
    expect(await diff({'a.md': page(trust)}, ['HEAD:a.md', 'a.md'])).toMatchObject({
      status: 2,
      stderr: 'catalint: this directory is in no git repository; run it in one\n',
    })
  })

  it('that a shallow clone has not is said in one line', async () => {
    const {directory, write, commit, git} = repository()
    write({'docs/a.md': page(pawn)})
    commit()
    git('clone', '--quiet', '--depth=1', `file://${directory}`, 'shallow')
    const clone = join(directory, 'shallow')
    expect((await diffIn(clone, ['--base=HEAD~1'])).stderr).toBe(
      'catalint: git knows no revision HEAD~1; check the name; in a shallow clone fetch it first\n',
    )
    expect((await diffIn(clone, ['--base=HEAD'])).result).toBe('identical')
  })
})
