import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {readLines, writeLines} from '../../src/cache/file.ts'
import {keepLines} from '../../src/cache/keep.ts'
import {Line} from '../../src/cache/line.ts'
import {inByteBlocks} from '../../src/cli/write-blocks.ts'
import {keyNamed, lineNamed} from './entries.ts'

const lines = [lineNamed('a'), lineNamed('b', 20_001, '目录/b\t"1".md'), lineNamed('c')]
const bytes = Buffer.concat([...writeLines(lines)])

function slotsIn(file: Buffer): readonly string[] | undefined {
  const read = readLines(file)
  return read && [...read.values()].map(({slot}) => slot.replaceAll('_', ''))
}

/** A file of lines of any form, with the sum that belongs to them. */
function signed(text: string): Buffer {
  const [title = ''] = bytes.toString().split('\n')
  const sum = createHash('sha256').update(text).digest('base64url')
  return Buffer.from(`${title}\n${sum}\n${text}`)
}

describe('a line', () => {
  it('says what it was made of', () => {
    const {slot, state, day, file, head, shown, findings, definitions, bytes, end} = lines[1] as Line
    expect({slot, state}).toEqual(keyNamed('b'))
    expect([day, file, ...[definitions, head, shown, findings].map(String)]).toEqual([
      20_001,
      '目录/b\t"1".md',
      '0,0',
      '1\u001Fb',
      '0,0',
      '0',
    ])
    expect(end).toBe(bytes.length)
  })

  it('may lie anywhere', () => {
    const [a, b] = lines as [Line, Line]
    const line = new Line(Buffer.concat([a.bytes, b.bytes, a.bytes]), a.bytes.length)
    expect(line.bytes.equals(b.bytes)).toBe(true)
    expect([line.slot, line.file, line.end]).toEqual([b.slot, b.file, a.bytes.length + b.bytes.length])
  })

  it('takes another day', () => {
    const later = lineNamed('a').withDay(20_500)
    expect([later.day, later.slot, String(later.head)]).toEqual([20_500, lineNamed('a').slot, '1\u001Fa'])
  })
})

describe('a file', () => {
  it('holds its lines', () => {
    expect(slotsIn(bytes)).toEqual(['a', 'b', 'c'])
    expect(slotsIn(signed(lines.map((line) => String(line.bytes)).join('')))).toEqual(['a', 'b', 'c'])
  })

  it('holds lines longer than a block, and more than one block has', () => {
    const lengths = [0, 1, 65_535, 65_536, 65_537, 200_000, ...Array.from({length: 400}, (_, at) => at * 3)]
    const many = lengths.map((length, at) =>
      Line.of({
        ...{...keyNamed(`l${at}`), day: 1, file: 'a.md', definitions: Buffer.from('0,0')},
        ...{head: Buffer.alloc(length, 'x'), shown: Buffer.from('0,0'), findings: Buffer.from(`${at}`)},
      }),
    )
    const written = Array.from(inByteBlocks(writeLines(many)), (block) => Buffer.from(block))
    expect(written.length).toBeLessThan(20)
    const read = [...(readLines(Buffer.concat(written))?.values() ?? [])]
    expect(read.map(({head, findings}) => [head.length, String(findings)])).toEqual(
      lengths.map((length, at) => [length, `${at}`]),
    )
  })

  it('that was cut off anywhere is an empty cache', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(readLines(bytes.subarray(0, length))).toEqual(new Map())
    }
  })

  it('with any byte changed holds nothing', () => {
    for (let at = 0; at < bytes.length; at++) {
      const torn = Buffer.from(bytes)
      torn[at] = (torn[at] ?? 0) ^ 0x11
      expect(readLines(torn)?.size ?? 0).toBe(0)
    }
  })

  it.each([
    ['a line of another length', (text: string) => text.replace('000000043', '000000044')],
    ['a length that is no number', (text: string) => text.replace('000000043', '00000004x')],
    ['a length beyond its end', (text: string) => text.replace('000000043', '999999999')],
    ['another byte where a line ends', (text: string) => text.replace('\n', 'x')],
    ['something behind its lines', (text: string) => `${text}x`],
  ])('with %s holds nothing, though its sum is right', (_, change) => {
    const text = lines.map((line) => String(line.bytes)).join('')
    expect(change(text)).not.toBe(text)
    expect(readLines(signed(change(text)))).toEqual(new Map())
  })

  it.each([1, 2, 10])('of form %i holds nothing that can be read', (form) => {
    const other = bytes.toString().replace('catalint cache 3:', `catalint cache ${form}:`)
    expect(other).not.toBe(bytes.toString())
    expect(readLines(Buffer.from(other))).toEqual(new Map())
  })

  it.each(['# 目录\n', 'catalint', '\0'.repeat(99), '{}'])('of another kind is none: %j', (text) => {
    expect(readLines(Buffer.from(text))).toEqual(text === 'catalint' ? new Map() : undefined)
  })
})

describe('what is kept', () => {
  const bySlot = (list: readonly Line[]) => new Map(list.map((line) => [line.slot, line]))
  const keep = (used: readonly Line[], stored: readonly Line[], gone: readonly string[] = []) =>
    keepLines({
      used: bySlot(used),
      stored: bySlot(stored),
      day: 20_040,
      exists: (file) => !gone.includes(file),
    }).map(({slot, day}) => `${slot.replaceAll('_', '')}@${day}`)

  it('is what the run used, with the day, and what others may use', () => {
    expect(keep([lineNamed('a', 20_033)], [lineNamed('a'), lineNamed('b', 20_039)])).toEqual([
      'a@20040',
      'b@20039',
    ])
  })

  it('is nothing of documents that are gone', () => {
    expect(keep([], [lineNamed('a', 20_039), lineNamed('b', 20_039)], ['a.md'])).toEqual(['b@20039'])
  })

  it('is nothing that no run used for more than 30 days, or that comes from the future', () => {
    const stored = [lineNamed('a', 20_009), lineNamed('b', 20_010), lineNamed('c', 20_041)]
    expect(keep([], stored)).toEqual(['b@20010'])
  })

  it('is what was used last where the file would grow beyond its bound', () => {
    const head = Buffer.alloc(2 ** 20, 'x')
    const large = (slot: string, day: number) =>
      Line.of({
        ...keyNamed(slot),
        day,
        file: 'a.md',
        head,
        shown: Buffer.from('0,0'),
        findings: Buffer.from('0'),
        definitions: Buffer.alloc(0),
      })
    const stored = Array.from({length: 300}, (_, index) => large(`o${index}`, index < 200 ? 20_020 : 20_030))
    const kept = keep([large('a', 20_040)], stored)
    expect(kept).toHaveLength(255)
    expect(kept[0]).toBe('a@20040')
    expect(kept.filter((line) => line.endsWith('@20030'))).toHaveLength(100)
  })
})
