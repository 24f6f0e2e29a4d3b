import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {run} from '../../src/cli/run.ts'
import {catalint, clean, type Files} from '../cli/catalint.ts'
import {asOrdinaryUser, fakeHost, workspace} from '../cli/workspace.ts'
import {readPackage} from './tables.ts'

const packageNames = [
  'categories.csv',
  'datapackage.json',
  'licenses.csv',
  'requirements.csv',
  'subcategories.csv',
]

const texts = ['json', 'ndjson', 'csv', 'sql', 'skos']

/** Runs an export of `a.md` in a directory that is there already. */
async function exportIn(cwd: string, ...argv: string[]) {
  const host = fakeHost(cwd)
  const status = await run(['export', 'a.md', ...argv], host)
  return {status, ...host.written}
}

describe.each(texts)('export --to %s', (format) => {
  it('writes to standard output', async () => {
    const {status, stdout, stderr} = await catalint({'a.md': clean}, ['export', `--to=${format}`])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('金融许可证')
  })

  it('writes the same to a file', async () => {
    const {stdout} = await catalint({'a.md': clean}, ['export', `--to=${format}`])
    const written = await catalint({'a.md': clean}, ['export', `--to=${format}`, '-o', 'x.out'])
    expect(written).toMatchObject({status: 0, stdout: '', stderr: ''})
    expect(readFileSync(join(written.cwd, 'x.out'), 'utf8')).toBe(stdout)
    expect(readdirSync(written.cwd)).toEqual(['a.md', 'x.out'])
  })

  it('writes nothing where a document cannot be read', async () => {
    const argv = ['export', 'a.md', 'b.md', `--to=${format}`, '-ox.out']
    const {status, stdout, stderr, cwd} = await catalint({'a.md': clean}, argv)
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: 'catalint: b.md: no such file or directory\n',
    })
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })
})

describe('export to a file', () => {
  it('replaces what was there, links and permissions kept', async () => {
    const cwd = workspace({'a.md': clean, 'real.json': 'old'})
    symlinkSync('real.json', join(cwd, 'link.json'))
    expect(await exportIn(cwd, '--to=json', '-olink.json')).toMatchObject({status: 0, stderr: ''})
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(cwd, 'real.json'), 'utf8')).toContain('"categories"')
    expect(readdirSync(cwd)).toEqual(['a.md', 'link.json', 'real.json'])
  })

  it('keeps who may read it', async () => {
    const cwd = workspace({'a.md': clean})
    writeFileSync(join(cwd, 'x.json'), 'old', {mode: 0o600})
    await exportIn(cwd, '--to=json', '-ox.json')
    expect(statSync(join(cwd, 'x.json')).mode & 0o777).toBe(0o600)
  })

  it.each<[string, Files, string, string]>([
    [
      'a missing directory',
      {},
      'gone/x',
      'gone/x: the directory to write to does not exist; create it first',
    ],
    ['a directory', {'d/': ''}, 'd', 'd: is a directory, a file is needed'],
    ['a file as a directory', {f: ''}, 'f/x', 'f/x: a part of the path is not a directory'],
    ['a document of the run', {}, './a.md', './a.md is itself a document of this run; write to another path'],
  ])('fails in one line for %s', async (_, files, path, message) => {
    const {status, stdout, stderr, cwd} = await catalint({'a.md': clean, ...files}, [
      'export',
      'a.md',
      '--to=csv',
      '-o',
      path,
    ])
    expect({status, stdout, stderr}).toEqual({status: 2, stdout: '', stderr: `catalint: ${message}\n`})
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(clean)
  })

  it('says that a device is full, and leaves it', async () => {
    expect(await exportIn(workspace({'a.md': clean}), '--to=csv', '-o/dev/full')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'catalint: /dev/full: no space left on the device\n',
    })
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true)
  })

  it('leaves what was there where nothing may be written', async () => {
    const cwd = workspace({'a.md': clean, 'd/x.json': 'old'})
    const {status, stderr} = await asOrdinaryUser(cwd, () => exportIn(cwd, '--to=json', '-od/x.json'))
    expect({status, stderr}).toEqual({status: 2, stderr: 'catalint: d/x.json: permission denied\n'})
    expect(readFileSync(join(cwd, 'd/x.json'), 'utf8')).toBe('old')
  })
})

describe('export --bom', () => {
  it('begins CSV with a byte order mark', async () => {
    const {stdout} = await catalint({'a.md': clean}, ['export', '--to=csv', '--bom'])
    expect(stdout.startsWith('\uFEFFdocument,')).toBe(true)
  })

  it.each(['json', 'ndjson', 'datapackage', 'sql', 'skos'])('is no option of %s', async (format) => {
    const {status, stdout, stderr, cwd} = await catalint({'a.md': clean}, [
      'export',
      `--to=${format}`,
      '--bom',
      '-ox',
    ])
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: `catalint: --bom goes with --to csv, not with ${format}; leave it out\n`,
    })
    expect(existsSync(join(cwd, 'x'))).toBe(false)
  })
})

describe('export --to datapackage', () => {
  const to = ['--to=datapackage', '-od']

  it('makes a directory of five files', async () => {
    const cwd = workspace({'a.md': clean})
    expect(await exportIn(cwd, ...to)).toEqual({status: 0, stdout: '', stderr: ''})
    expect(readdirSync(join(cwd, 'd'))).toEqual(packageNames)
    const files = new Map(packageNames.map((name) => [name, readFileSync(join(cwd, 'd', name), 'utf8')]))
    expect(readPackage(files).subcategories).toMatchObject([{id: 1, name: '信托'}])
  })

  it('replaces those files and no others', async () => {
    const cwd = workspace({
      'a.md': clean,
      'd/notes.csv': 'mine',
      'd/licenses.csv': 'old',
      'elsewhere.csv': 'mine',
    })
    symlinkSync('../elsewhere.csv', join(cwd, 'd/categories.csv'))
    expect(await exportIn(cwd, ...to)).toMatchObject({status: 0})
    expect(readdirSync(join(cwd, 'd'))).toEqual([...packageNames, 'notes.csv'].sort())
    expect(readFileSync(join(cwd, 'd/notes.csv'), 'utf8')).toBe('mine')
    expect(readFileSync(join(cwd, 'elsewhere.csv'), 'utf8')).toBe('mine')
    expect(readFileSync(join(cwd, 'd/licenses.csv'), 'utf8')).toMatch(/^id,name,/)
  })

  it.each<[string, readonly string[]]>([
    ['no path', []],
    ['standard output', ['-o-']],
  ])('needs a directory, not %s', async (_, output) => {
    const {status, stdout, stderr} = await catalint({'a.md': clean}, [
      'export',
      '--to=datapackage',
      ...output,
    ])
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: 'catalint: this format is a directory of files; name the directory: -o DIR\n',
    })
  })

  it.each<[string, Files, string, string]>([
    [
      'a missing directory',
      {},
      'gone/d',
      'gone/d: the directory to write to does not exist; create it first',
    ],
    ['a file', {d: ''}, 'd', 'd: is no directory, one is needed'],
    [
      'a directory in the way',
      {'d/licenses.csv/': ''},
      'd',
      'd/licenses.csv: is a directory, a file is needed',
    ],
    ['a directory below a file', {f: ''}, 'f/d', 'f/d: a part of the path is not a directory'],
  ])('fails in one line for %s', async (_, files, path, message) => {
    const cwd = workspace({'a.md': clean, ...files})
    const before = readdirSync(cwd, {recursive: true})
    expect(await exportIn(cwd, '--to=datapackage', '-o', path)).toEqual({
      status: 2,
      stdout: '',
      stderr: `catalint: ${message}\n`,
    })
    expect(readdirSync(cwd, {recursive: true})).toEqual(before)
  })

  it('does not write over a document of the run', async () => {
    const {status, stderr, cwd} = await catalint({'d/categories.csv': clean}, [
      'export',
      'd/categories.csv',
      ...to,
    ])
    expect({status, stderr}).toEqual({
      status: 2,
      stderr: 'catalint: d/categories.csv is itself a document of this run; write to another path\n',
    })
    expect(readFileSync(join(cwd, 'd/categories.csv'), 'utf8')).toBe(clean)
  })

  it('writes nothing where a document cannot be read', async () => {
    const cwd = workspace({'a.md': clean})
    expect(await exportIn(cwd, 'b.md', ...to)).toMatchObject({status: 2, stdout: ''})
    expect(readdirSync(cwd)).toEqual(['a.md'])
  })

  it('leaves the old files where nothing may be written', async () => {
    const cwd = workspace({'a.md': clean, 'd/datapackage.json': 'old'})
    const {status, stderr} = await asOrdinaryUser(cwd, () => exportIn(cwd, ...to))
    expect({status, stderr}).toEqual({status: 2, stderr: 'catalint: d/categories.csv: permission denied\n'})
    expect(readFileSync(join(cwd, 'd/datapackage.json'), 'utf8')).toBe('old')
  })

  it('goes where its path says, and nowhere else', async () => {
    const cwd = workspace({'in/a.md': clean, 'in/b/': ''})
    mkdirSync(join(cwd, 'out'))
    expect(await exportIn(join(cwd, 'in'), '--to=datapackage', '-ob/../../out/x')).toMatchObject({status: 0})
    expect(readdirSync(join(cwd, 'out/x'))).toEqual(packageNames)
    expect(readdirSync(join(cwd, 'in'))).toEqual(['a.md', 'b'])
  })
})

it('says which formats there are', async () => {
  expect(await catalint({'a.md': clean}, ['export', '--to=xml'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(
      '--to takes json, ndjson, csv, datapackage, sql, skos, not xml',
    ) as string,
  })
})

describe('an output that takes no more', () => {
  const document = `${clean}${'| 乙 | 《丙证》 |\n'.repeat(20_000)}`

  async function write(answers: readonly boolean[]) {
    const host = fakeHost(workspace({'a.md': document}))
    let writes = 0
    let isWaiting = false
    const stdout = {
      isTTY: false,
      write: () => {
        expect(isWaiting).toBe(false)
        isWaiting = true
        writes++
      },
      ready: async () => {
        await new Promise((resolve) => setImmediate(resolve))
        isWaiting = false
        return answers[writes - 1] ?? true
      },
    }
    const status = await run(['export', 'a.md', '--to=ndjson'], {...host, stdout})
    return {status, writes}
  }

  it('is waited for', async () => {
    const {status, writes} = await write([])
    expect(status).toBe(0)
    expect(writes).toBeGreaterThan(10)
  })

  it('is written to no more', async () => {
    expect(await write([true, true, false])).toEqual({status: 0, writes: 3})
  })
})
