import {execFileSync, spawn} from 'node:child_process'
import {chmodSync, closeSync, ftruncateSync, openSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import v8 from 'node:v8'
import {describe, expect, test, vi} from 'vitest'
import {Configurations} from '../../src/cli/config/configurations.ts'
import {heapPerFixedByte, sizeLimit} from '../../src/cli/decode.ts'
import {errorText} from '../../src/cli/errors.ts'
import {readBytes, readEach, readFile, readStdin, StoredDocument} from '../../src/cli/read.ts'
import type {Language} from '../../src/finding.ts'
import {asOrdinaryUser, fakeHost, workspace} from './workspace.ts'

const mebibyte = 1024 * 1024

// How much a machine gives to the heap decides how large a document may be.
vi.spyOn(v8, 'getHeapStatistics').mockReturnValue({
  ...v8.getHeapStatistics(),
  heap_size_limit: 4144 * mebibyte,
})

function read(content: string | Uint8Array): string {
  return readFile(join(workspace({'a.md': content}), 'a.md'), 'a.md')
}

function failure(content: string | Uint8Array, language: Language = 'en'): string {
  return failureOf(() => read(content), language)
}

function failureOf(action: () => unknown, language: Language = 'en'): string {
  try {
    action()
  } catch (error) {
    return errorText(error, language)
  }
  throw new Error('expected a failure')
}

describe('text', () => {
  test.each(['', 'a', '类目\r\n\r\n', '\uFEFF# 类目\n', '😀\0', 'a\rb\u2028'])(
    '%j is read as it is',
    (text) => {
      expect(read(text)).toBe(text)
    },
  )
})

describe('what is not UTF-8', () => {
  test.each<[string, readonly number[], number, number]>([
    ['a lone continuation byte', [0x61, 0x0a, 0x80], 2, 2],
    ['a character cut off at the end', [0x61, 0xe7, 0xb1], 1, 1],
    ['an overlong form', [0xc0, 0x80], 0, 1],
    ['a surrogate', [0x0a, 0x0a, 0x61, 0xed, 0xa0, 0x80], 3, 3],
    ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80], 0, 1],
    [
      'a wrong byte after good characters',
      [0xe7, 0xb1, 0xbb, 0x0d, 0x0a, 0xe7, 0xb1, 0xbb, 0xff, 0x0a],
      8,
      2,
    ],
    ['a wrong byte between carriage returns', [0x61, 0x0d, 0x62, 0x0d, 0xff], 4, 3],
  ])('%s is placed', (_, bytes, offset, line) => {
    expect(failure(Uint8Array.from(bytes))).toBe(
      `catalint: a.md: not UTF-8, the first wrong byte is at offset ${offset} in line ${line}; save it as UTF-8\n`,
    )
  })

  test('is recognised as UTF-16 by its mark', () => {
    const text = Buffer.from('\uFEFF# 服务类目\n', 'utf16le')
    const advice = 'it looks like UTF-16, convert it: iconv -f UTF-16 -t UTF-8\n'
    expect(failure(text)).toContain(advice)
    expect(failure(Buffer.from(text).swap16())).toContain(advice)
  })

  test('is recognised as GB18030 where it reads as Chinese', () => {
    // “服务类目：金融业” in GBK.
    const text = Uint8Array.from([
      0x23, 0x20, 0xb7, 0xfe, 0xce, 0xf1, 0xc0, 0xe0, 0xc4, 0xbf, 0xa3, 0xba, 0xbd, 0xf0, 0xc8, 0xda, 0xd2,
      0xb5,
    ])
    expect(failure(text)).toBe(
      'catalint: a.md: not UTF-8, the first wrong byte is at offset 2 in line 1; it looks like GB18030, convert it: iconv -f GB18030 -t UTF-8\n',
    )
    expect(failure(text, 'zh')).toBe(
      'catalint: a.md: 不是 UTF-8 编码，首个错误字节位于偏移 2（第 1 行）；看起来是 GB18030 编码，请转换：iconv -f GB18030 -t UTF-8\n',
    )
  })

  test('is not called GB18030 where one character of Chinese text in UTF-8 is broken', () => {
    // These bytes also read as GB18030, but as no text that means anything.
    const text = Buffer.concat([Buffer.from('服务类目服务类目'), Buffer.from([0xe7, 0xb1])])
    expect(new TextDecoder('gb18030', {fatal: true}).decode(text)).toHaveLength(13)
    expect(failure(text)).toContain('; save it as UTF-8\n')
  })

  test('is found near the limit of the size too', () => {
    const text = Buffer.alloc(15 * mebibyte, '类目\n')
    text[text.length - 1] = 0xff
    expect(failure(text)).toContain(`the first wrong byte is at offset ${text.length - 1} in line`)
  })
})

describe('the limits', () => {
  test('16 MiB are read, a byte more is not', () => {
    const line = `${'a'.repeat(1023)}\n`
    const text = line.repeat(16 * 1024)
    expect(read(text)).toHaveLength(16 * mebibyte)
    expect(failure(`${text}a`)).toBe(
      'catalint: a.md: the document has 16.1 MiB, the limit is 16 MiB; split the document\n',
    )
    expect(failure(`${text}a`, 'zh')).toBe('catalint: a.md: 文档大小为 16.1 MiB，上限为 16 MiB；请拆分文档\n')
  })

  test('a small heap has room for less', () => {
    expect(sizeLimit(8192 * mebibyte)).toBe(16 * mebibyte)
    expect(sizeLimit(1024 * mebibyte)).toBe(4 * mebibyte)
    expect(sizeLimit(1280 * mebibyte, heapPerFixedByte)).toBe(4 * mebibyte)
  })

  test('a file of a terabyte is refused unread', () => {
    const path = join(workspace({}), 'a.md')
    const file = openSync(path, 'w')
    ftruncateSync(file, 2 ** 40)
    closeSync(file)
    expect(failureOf(() => readFile(path, 'a.md'))).toContain(
      'the document has 1048576 MiB, the limit is 16 MiB',
    )
  })

  test('a line of 50 MB is refused by the size of the document', () => {
    expect(failure(Buffer.alloc(50_000_000, 'a'))).toContain('the document has 47.7 MiB')
  })

  test.each(['\n', '\r', '\r\n'])('a line of 2 MiB is read, a byte more is not, with %j', (ending) => {
    const text = `a${ending}${'b'.repeat(2 * mebibyte)}`
    expect(read(text + ending)).toBe(text + ending)
    expect(failure(`${text}b${ending}`)).toBe(
      'catalint: a.md: line 2 has 2.1 MiB, the limit for a line is 2 MiB; break the line or split the document\n',
    )
  })
})

describe('what cannot be read', () => {
  test('is named with its reason', () => {
    const cwd = workspace({'docs/': ''})
    symlinkSync('loop.md', join(cwd, 'loop.md'))
    expect(failureOf(() => readFile(join(cwd, 'docs'), 'docs'))).toBe(
      'catalint: docs: is a directory, a file is needed\n',
    )
    expect(failureOf(() => readFile(join(cwd, 'gone.md'), 'gone.md'))).toBe(
      'catalint: gone.md: no such file or directory\n',
    )
    expect(failureOf(() => readFile(join(cwd, 'loop.md'), 'loop.md'))).toBe(
      'catalint: loop.md: the symbolic links form a loop\n',
    )
    expect(failureOf(() => readFile(join(cwd, `${'x'.repeat(300)}.md`), 'x.md'), 'zh')).toBe(
      'catalint: x.md: 路径过长\n',
    )
  })

  test('may be for lack of permission', async () => {
    const cwd = workspace({'a.md': ''})
    chmodSync(join(cwd, 'a.md'), 0)
    const read = () => failureOf(() => readFile(join(cwd, 'a.md'), 'a.md'))
    expect(await asOrdinaryUser(cwd, read)).toBe('catalint: a.md: permission denied\n')
  })

  test('has its path shown without control characters', () => {
    expect(failureOf(() => readFile('/nowhere', 'a\u001b[31m\n.md'))).toBe(
      'catalint: a<U+001B>[31m↵.md: no such file or directory\n',
    )
  })
})

describe('standard input', () => {
  test('is read whole, split wherever it may be', async () => {
    const bytes = Buffer.from('\uFEFF服务类目')
    const host = {
      ...fakeHost('.'),
      stdin: async function* () {
        for (const byte of bytes) yield Uint8Array.of(byte)
      },
    }
    expect(await readStdin(host, '<stdin>')).toBe('\uFEFF服务类目')
  })

  test('has the limits and checks of a file', async () => {
    const wrong = readStdin(fakeHost('.', {stdin: Uint8Array.of(0xff)}), 'x.md')
    await expect(wrong).rejects.toMatchObject({
      path: 'x.md',
      message: expect.stringContaining('not UTF-8') as string,
    })
  })

  test('is left where it does not end', async () => {
    const host = {
      ...fakeHost('.'),
      stdin: async function* () {
        while (true) yield Buffer.alloc(mebibyte, 'a\n')
      },
    }
    await expect(readStdin(host, '<stdin>')).rejects.toMatchObject({
      message: expect.stringContaining('17 MiB') as string,
    })
  })
})

test('one document that fails, or that a bug makes fail, hides no other', async () => {
  const cwd = workspace({'a.md': 'a', 'b.md': Uint8Array.of(0xff), 'c.md': 'c', 'd.md': 'd'})
  const sources = ['a.md', 'b.md', 'c.md', 'd.md'].map((path) => ({
    kind: 'file' as const,
    path,
    absolute: join(cwd, path),
  }))
  const reading = {host: fakeHost(cwd), stdinPath: '<stdin>', configurations: new Configurations(cwd, {})}
  const used: string[] = []
  const problems = await readEach(sources, reading, ({path, source}) => {
    if (source === 'c') throw new TypeError('planted\nfault')
    used.push(path)
  })
  expect(used).toEqual(['a.md', 'd.md'])
  expect(problems).toHaveLength(2)
  expect(errorText(problems[0], 'en')).toContain('catalint: b.md: not UTF-8')
  const [line, frame] = errorText(problems[1], 'en').split('\n')
  expect(line).toBe('catalint: c.md: this is a bug in catalint: planted↵fault')
  expect(frame).toMatch(/^\s+at /)
})

test('the text of a document stays, its bytes are gone when another file is read', () => {
  const cwd = workspace({'a.md': '\uFEFFa目', 'b.md': 'b', 'c.md': 'c'.repeat(100_000), 'd.md': 'd'})
  const absolute = (name: string) => join(cwd, name)
  const [a, b, c] = ['a.md', 'b.md', 'c.md'].map(
    (name) => new StoredDocument(name, absolute(name), () => readBytes(absolute(name), name)),
  )
  expect(a?.source).toBe('\uFEFFa目')
  expect(c?.bytes).toHaveLength(100_000)
  expect(String(b?.bytes)).toBe('b')
  readFile(absolute('d.md'), 'd.md')
  expect(() => b?.source).toThrow('the bytes are gone')
  expect([a?.source, c?.source.length]).toEqual(['\uFEFFa目', 100_000])
  // What the text was, whatever the file is by now.
  writeFileSync(absolute('a.md'), 'another')
  expect(a?.bytes).toEqual(Buffer.from('\uFEFFa目'))
})

test.each([65_535, 65_536, 65_537, 200_000])('a file of %i bytes is read to its end', (length) => {
  const text = Array.from({length}, (_, index) => String.fromCharCode(97 + (index % 26))).join('')
  const cwd = workspace({'a.md': text})
  expect(readFile(join(cwd, 'a.md'), 'a.md')).toBe(text)
})

test('a pipe is read to its end', () => {
  const path = join(workspace({}), 'pipe')
  execFileSync('mkfifo', [path])
  spawn('sh', ['-c', 'printf 目录 > "$0"', path])
  expect(readFile(path, 'pipe')).toBe('目录')
})
