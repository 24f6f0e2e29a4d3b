import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, flawed, warned} from './catalint.ts'
import {fakeHost, workspace} from './workspace.ts'

/** Runs the program again and again in one directory. */
function inDirectory(files: Parameters<typeof workspace>[0]) {
  const root = workspace(files)
  return {
    root,
    write: (name: string, text: string) => writeFileSync(join(root, name), text),
    read: (name: string) => readFileSync(join(root, name), 'utf8'),
    async catalint(...argv: readonly string[]) {
      const host = fakeHost(root)
      const status = await run(argv, host)
      return {status, ...host.written}
    },
  }
}

const file = 'catalint-baseline.json'

it.each([[], ['--update-baseline']])('no report is written over the baseline', async (...argv) => {
  const {catalint, read} = inDirectory({'a.md': flawed})
  await catalint('--update-baseline')
  const before = read(file)
  const {status, stdout, stderr} = await catalint(
    ...argv,
    `--baseline=./${file}`,
    '--format=json',
    `--output-file=${file}`,
  )
  expect({status, stdout, stderr}).toEqual({
    status: 2,
    stdout: '',
    stderr: `catalint: ${file} is itself the baseline of this run; write to another path\n`,
  })
  expect(read(file)).toBe(before)
})

describe('--update-baseline', () => {
  it('records what is found, and says so', async () => {
    const {catalint, read} = inDirectory({'a.md': flawed})
    const {status, stdout, stderr} = await catalint('a.md', '--update-baseline')
    expect(status).toBe(0)
    expect(stdout).toBe('No problems found in 1 file\n2 known problems not shown\n')
    expect(stderr).toBe(
      `catalint: ${file}: 2 known findings recorded, 2 more and 0 fewer than before; ` +
        `for git to merge it without conflicts, write into .gitattributes: ${file} merge=union\n`,
    )
    const {version, ...entries} = JSON.parse(read(file)) as Record<string, unknown>
    expect(version).toBe(1)
    expect(Object.values(entries)).toEqual(
      expect.arrayContaining([
        {path: 'a.md', rule: 'license-spacing', place: '金融业 › 信托', count: 1},
        {path: 'a.md', rule: 'no-duplicate-key', place: '金融业 › 信托', count: 1},
      ]),
    )
  })

  it('writes a line for each entry, sorted, and the same bytes each time', async () => {
    const {catalint, read, root} = inDirectory({'a.md': flawed, 'b/c.md': warned})
    await catalint('--update-baseline')
    const first = read(file)
    const lines = first.split('\n')
    expect(lines[0]).toBe('{')
    expect(lines.slice(-3)).toEqual(['"version": 1', '}', ''])
    expect(lines.slice(1, -3)).toEqual([...lines.slice(1, -3)].sort())
    expect(lines.slice(1, -3).every((line) => /^"[\da-f]{16}": \{.*\},$/.test(line))).toBe(true)
    expect(first).toContain('"path": "b/c.md"')
    rmSync(join(root, file))
    await catalint('b', 'a.md', '--update-baseline', '--lang', 'zh', '--quiet')
    expect(read(file)).toBe(first)
  })

  it('prunes what is gone from the documents of the run, and nothing else', async () => {
    const {catalint, read, write, root} = inDirectory({'a.md': flawed, 'b.md': warned, 'c.md': warned})
    await catalint('--update-baseline')
    write('a.md', clean)
    write('b.md', clean)
    rmSync(join(root, 'c.md'))
    expect((await catalint('a.md', '--update-baseline')).stderr).toContain(
      '1 known finding recorded, 0 more and 3 fewer',
    )
    expect(read(file)).not.toContain('a.md')
    expect(read(file)).toContain('b.md')
    // What does not exist any more can be part of no run.
    expect(read(file)).not.toContain('c.md')
    await catalint('b.md', '--update-baseline')
    expect(JSON.parse(read(file))).toEqual({version: 1})
  })

  it('keeps what a rule that is off would have found, and files that cannot be read', async () => {
    const {catalint, read, root} = inDirectory({'a.md': flawed, 'b.md': warned})
    await catalint('--update-baseline')
    const before = read(file)
    writeFileSync(join(root, 'b.md'), Buffer.from([0xff]))
    const {status} = await catalint('.', '--update-baseline', '--rule', 'license-spacing: [off]')
    expect(status).toBe(2)
    expect(read(file)).toBe(before)
    expect((await catalint('a.md', '--baseline', file, '--rule', 'license-spacing: off')).stderr).toBe('')
  })

  it('does not write over what is no baseline', async () => {
    const {catalint, read} = inDirectory({'a.md': flawed, 'package.json': '{"name": "x"}'})
    const {status, stderr} = await catalint('a.md', '--update-baseline', '--baseline', 'package.json')
    expect({status, stderr}).toEqual({
      status: 2,
      stderr:
        'catalint: package.json: is no baseline of catalint; ' +
        'name another path, or remove the file and record a new one with --update-baseline\n',
    })
    expect(read('package.json')).toBe('{"name": "x"}')
    expect((await catalint('a.md', '--update-baseline', '--baseline', 'a.md')).status).toBe(2)
    expect(read('a.md')).toBe(flawed)
  })

  it('leaves nothing behind where it cannot write', async () => {
    const {catalint, root} = inDirectory({'a.md': flawed})
    const {status, stderr} = await catalint('a.md', '--update-baseline', '--baseline', 'no/where.json')
    expect(status).toBe(2)
    expect(stderr).toContain('no/where.json: the directory to write to does not exist')
    expect(existsSync(join(root, 'no'))).toBe(false)
  })
})

describe('--baseline', () => {
  it('reports what is new, and counts nothing else', async () => {
    const {catalint, write} = inDirectory({'a.md': flawed})
    await catalint('--update-baseline')
    write('a.md', `${flawed}| 典当 | 《典当经营许可证 》 |\n`)
    const {status, stdout, stderr} = await catalint('--baseline', file, '--max-warnings', '0')
    expect(status).toBe(1)
    expect(stdout).toContain('a.md:9:16 warning license-spacing')
    expect(stdout).toContain('1 warning in 1 file; 1 has a safe fix\n2 known problems not shown\n')
    expect(stdout).not.toContain('no-duplicate-key')
    expect(stderr).toBe('catalint: 1 warning, at most 0 allowed\n')
    const {stdout: json} = await catalint('--baseline', file, '--format', 'json')
    const report = JSON.parse(json) as {files: Record<string, {rule: string}[]>[]; summary: unknown}
    expect(Object.keys(report.files[0] ?? {})).toEqual(['path', 'findings', 'suppressed'])
    expect(report.files[0]?.suppressed?.map(({rule}) => rule)).toEqual([
      'license-spacing',
      'no-duplicate-key',
    ])
    expect(report.summary).toEqual({files: 1, errors: 0, warnings: 1, infos: 0, fixable: 1})
    expect((await catalint('--baseline', file, '--quiet')).stdout).toBe(
      'No errors found in 1 file\n1 known problem not shown\n',
    )
  })

  it('says in one line what is found no more, and passes', async () => {
    const {catalint, write} = inDirectory({'a.md': flawed})
    await catalint('--update-baseline')
    write('a.md', clean)
    expect(await catalint('a.md', '--baseline', file)).toEqual({
      status: 0,
      stdout: 'No problems found in 1 file\n',
      stderr: `catalint: ${file}: 2 known findings are found no more; remove what is gone with --update-baseline\n`,
    })
  })

  it('means documents by their place beside it, from whatever directory', async () => {
    const {catalint, root} = inDirectory({'docs/a.md': flawed, 'known/': ''})
    await catalint('docs', '--update-baseline', '--baseline', 'known/known.json')
    expect(readFileSync(join(root, 'known/known.json'), 'utf8')).toContain('"path": "../docs/a.md"')
    const host = fakeHost(join(root, 'docs'))
    expect(await run(['.', '--baseline', '../known/known.json'], host)).toBe(0)
    expect(host.written.stderr).toBe('')
  })

  it.each([
    ['is missing', undefined, 'there is no such baseline; record one with --update-baseline'],
    ['is no JSON', '{"a": ', 'is no baseline: it is not JSON; name another path'],
    ['is something else', '[]', 'is no baseline of catalint; name another path'],
    ['is of another version', '{"version": 2}', 'is no baseline of catalint'],
    [
      'has a wrong entry',
      '{"0123456789abcdef": {"path": "a.md"}, "version": 1}',
      'is no baseline of catalint',
    ],
    [
      'has a conflict',
      '{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n"version": 1\n}\n',
      'has a merge conflict in line 2; keep the lines of both sides',
    ],
  ])('fails in one line when it %s', async (_, text, line) => {
    const files = {'a.md': flawed, ...(text === undefined ? {} : {'x.json': text})}
    const {status, stdout, stderr} = await catalint(files, ['a.md', '--baseline', 'x.json'])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(`catalint: x.json: ${line}`)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('fixing', () => {
  const two = warned.replace('| 信托', '| 典当 | 《典当经营许可证 》 |\n| 信托')

  it('leaves what is known as it is', async () => {
    const {catalint, read, write} = inDirectory({'a.md': warned})
    await catalint('--update-baseline')
    write('a.md', two)
    const {status, stdout} = await catalint('--fix', '--baseline', file)
    expect(status).toBe(0)
    expect(stdout).toBe('Applied 1 fix in 1 file\nNo problems found in 1 file\n1 known problem not shown\n')
    expect(read('a.md')).toBe(two.replace('经营许可证 》', '经营许可证》'))
  })

  it('comes before recording', async () => {
    const {catalint, read} = inDirectory({'a.md': flawed})
    expect((await catalint('--fix', '--update-baseline')).stderr).toContain('1 known finding recorded')
    expect(read('a.md')).toBe(flawed.replace(' 》', '》'))
    expect(read(file)).toContain('no-duplicate-key')
    expect(read(file)).not.toContain('license-spacing')
  })

  it('is not tried while recording', async () => {
    const {catalint, root} = inDirectory({'a.md': flawed})
    const {status, stdout, stderr} = await catalint('--dry-run', '--fix', '--update-baseline')
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toBe('catalint: --update-baseline writes, --dry-run does not; leave out one of them\n')
    expect(existsSync(join(root, file))).toBe(false)
  })
})

describe('git', () => {
  const document = (rows: readonly string[]) =>
    `## 一级类目：甲\n\n| 二级类目 | 资质 |\n| --- | --- |\n${rows.map((name) => `| ${name} | 《证${name} 》 |\n`).join('')}`
  const names = Array.from({length: 40}, (_, index) => `类目${index}`)

  /** Records on a branch what a document has after a change. */
  async function scene(attributes: string, base: readonly string[]) {
    const one = inDirectory({'.gitattributes': attributes})
    const git = (...argv: readonly string[]) => {
      const {status, stdout, stderr} = spawnSync('git', argv, {cwd: one.root, encoding: 'utf8'})
      return {status, output: stdout + stderr}
    }
    const record = async (rows: readonly string[], branch: string) => {
      git('checkout', '-q', '-b', branch, 'base')
      // Each branch has a document of its own, so that only the baseline can conflict.
      one.write(`${branch}.md`, document(rows))
      await one.catalint('.', '--update-baseline')
      git('add', '-A')
      git('commit', '-qm', branch)
    }
    git('init', '-q', '-b', 'base')
    git('config', 'user.name', 'x')
    git('config', 'user.email', 'x@example.com')
    if (base.length > 0) {
      one.write('base.md', document(base))
      await one.catalint('.', '--update-baseline')
    }
    git('add', '-A')
    git('commit', '-qm', 'base', '--allow-empty')
    return {...one, git, record}
  }

  it('merges what two branches add far from each other', async () => {
    const {git, record, catalint} = await scene('', names)
    await record(['乙'], 'ours')
    await record(['丙'], 'theirs')
    expect(git('merge', 'ours').output).not.toContain('CONFLICT')
    expect(await catalint('.', '--baseline', file)).toMatchObject({status: 0, stderr: ''})
  })

  it.each([
    ['to many', names],
    ['to a few', names.slice(0, 2)],
    ['to none', []],
  ])('with merge=union merges whatever two branches add %s', async (_, base) => {
    const {git, record, catalint, read} = await scene(`${file} merge=union\n`, base)
    await record(names.slice(0, 20), 'ours')
    await record(names.slice(10), 'theirs')
    expect(git('merge', 'ours').output).not.toContain('CONFLICT')
    expect(await catalint('.', '--baseline', file)).toMatchObject({status: 0, stderr: ''})
    const merged = read(file)
    await catalint('.', '--update-baseline')
    expect(read(file).split('\n').sort()).toEqual(merged.split('\n').sort())
  })

  it('with merge=union merges what one branch adds and another removes', async () => {
    const {git, record, catalint, write} = await scene(`${file} merge=union\n`, names.slice(0, 3))
    await record(names.slice(0, 20), 'ours')
    git('checkout', '-q', 'base')
    write('base.md', document(['类目1']))
    await record([], 'theirs')
    expect(git('merge', 'ours').output).not.toContain('CONFLICT')
    expect((await catalint('.', '--baseline', file)).status).toBe(0)
  })
})
