import {isAscii, isUtf8, transcode} from 'node:buffer'
import type {Localized} from '../finding.ts'
import {RunError} from './errors.ts'

/** The most that is ever read of one document, in bytes. */
export const maximumSize = 16 * 1024 * 1024

/** What a parsed document takes of the heap for each of its bytes, measured on tables. */
const heapPerByte = 256

/** What it takes to fix a document, which is read again while the first reading is still at hand. */
export const heapPerFixedByte = 320

/** As much as the heap of this process has room for: running out of it would end the run for all files. */
export function sizeLimit(heap: number = heapLimit(), perByte: number = heapPerByte): number {
  return Math.min(maximumSize, Math.floor(heap / perByte))
}

/** Loads `node:v8` only for a large document. Node.js before 20.16 does not tell, and is taken to have enough. */
function heapLimit(): number {
  const v8 = process.getBuiltinModule?.('node:v8')
  return v8?.getHeapStatistics().heap_size_limit ?? Number.POSITIVE_INFINITY
}

/** What the smallest heap has room for. */
const alwaysRead = 1024 * 1024

/** The longest line that is read, in bytes: such a line is data that lost its line breaks. */
const maximumLine = 2 * 1024 * 1024

/** The text of a document, with its byte order mark if it has one, or a {@link RunError}. */
export function decode(bytes: Buffer, path: string): string {
  checkSize(bytes.length, path)
  const text = decodeText(bytes, path)
  if (bytes.length > maximumLine) checkLines(bytes, path)
  return text
}

/** The bytes as UTF-8, or a {@link RunError}. */
export function decodeText(bytes: Buffer, path: string): string {
  if (!isUtf8(bytes)) throw notUtf8(bytes, path)
  // Both take a third of the time of `toString('utf8')`.
  return isAscii(bytes) ? bytes.toString('latin1') : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

export function checkSize(size: number, path: string, perByte?: number): void {
  if (size <= alwaysRead) return
  const limit = sizeLimit(heapLimit(), perByte)
  if (size <= limit) return
  throw new RunError(
    {
      en: `the document has ${mebibytes(size)}, the limit ${perByte ? 'for fixing ' : ''}is ${mebibytes(limit)}`,
      zh: `文档大小为 ${mebibytes(size)}，${perByte ? '可修复的' : ''}上限为 ${mebibytes(limit)}`,
    },
    {path, todo: limit < maximumSize ? growHeap : splitIt},
  )
}

const splitIt: Localized = {en: 'split the document', zh: '请拆分文档'}

const growHeap: Localized = {
  en: 'split the document, or give Node.js more memory: NODE_OPTIONS=--max-old-space-size=4096',
  zh: '请拆分文档，或给 Node.js 更多内存：NODE_OPTIONS=--max-old-space-size=4096',
}

function checkLines(bytes: Buffer, path: string): void {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = lineEnd(bytes, start)
    if (end - start > maximumLine) throw longLine(line, end - start, path)
    start = end + (bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1)
  }
}

function lineEnd(bytes: Buffer, start: number): number {
  let end = start
  while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++
  return end
}

function longLine(line: number, size: number, path: string): RunError {
  return new RunError(
    {
      en: `line ${line} has ${mebibytes(size)}, the limit for a line is ${mebibytes(maximumLine)}`,
      zh: `第 ${line} 行长 ${mebibytes(size)}，每行上限为 ${mebibytes(maximumLine)}`,
    },
    {path, todo: {en: 'break the line or split the document', zh: '请断行或拆分文档'}},
  )
}

/** Rounded up, so that what is over a limit also reads as over it. */
function mebibytes(size: number): string {
  const tenths = Math.ceil((size / 1024 / 1024) * 10)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} MiB`
}

function notUtf8(bytes: Buffer, path: string): RunError {
  const encoding = likelyEncoding(bytes)
  const offset = validLength(bytes)
  const line = bytes.toString('latin1', 0, offset).split(/\r\n?|\n/).length
  const todo = encoding
    ? {
        en: `it looks like ${encoding}, convert it: iconv -f ${encoding} -t UTF-8`,
        zh: `看起来是 ${encoding} 编码，请转换：iconv -f ${encoding} -t UTF-8`,
      }
    : {en: 'save it as UTF-8', zh: '请另存为 UTF-8'}
  const what = {
    en: `not UTF-8, the first wrong byte is at offset ${offset} in line ${line}`,
    zh: `不是 UTF-8 编码，首个错误字节位于偏移 ${offset}（第 ${line} 行）`,
  }
  return new RunError(what, {path, todo})
}

/** How many bytes at the beginning are whole characters of UTF-8. */
function validLength(bytes: Buffer): number {
  let offset = 0
  // A line feed is never part of a longer character, so that whole lines can be skipped.
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, offset)) {
    if (!isUtf8(bytes.subarray(offset, end))) break
    offset = end + 1
  }
  while (offset < bytes.length) {
    const length = [1, 2, 3, 4].find((count) => isUtf8(bytes.subarray(offset, offset + count)))
    if (length === undefined) break
    offset += length
  }
  return offset
}

/** The encoding that the bytes point to: by their mark, or by reading as Chinese text in it. */
function likelyEncoding(bytes: Buffer): string | undefined {
  const mark = bytes.toString('latin1', 0, 2)
  if (mark === '\xff\xfe' || mark === '\xfe\xff') return 'UTF-16'
  // A few wrong bytes in a text that else reads as Chinese do not make it another encoding.
  const text = bytes.toString('utf8')
  if (count(text, /\p{Script=Han}/gu) > count(text, /\uFFFD/g)) return undefined
  return readsAsChinese(bytes) ? 'GB18030' : undefined
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function readsAsChinese(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('gb18030', {fatal: true}).decode(bytes)
    // A pair of wrong bytes is a character of that encoding soon enough, several are no accident.
    return count(text, /\p{Script=Han}/gu) >= 4 && !text.includes('\0')
  } catch {
    // Not that encoding, or a Node.js built without it.
    return false
  }
}
