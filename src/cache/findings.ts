import type {Finding, Fix, Level, RelatedPlace} from '../finding.ts'
import type {Point} from '../text/range.ts'
import {Malformed, type StoredReader} from './stored-reader.ts'
import type {StoredWriter} from './stored-writer.ts'

export function writeFinding(finding: Finding, out: StoredWriter): void {
  const {rule, messageId, level, message, start, end, help, folded, category, key, column, ...more} = finding
  const {table, related = [], fix, fingerprint, ...rest} = more
  // A part that is added to findings does not compile until it stands here.
  const nothing: Readonly<Record<string, never>> = rest
  out.number(...Object.values(nothing))
  out.text(rule, messageId, message)
  out.number(levels.indexOf(level))
  writePoint(start, out)
  writePoint(end, out)
  out.text(help, folded, category, key, column)
  out.number(table ?? 0)
  out.list(related, (place) => writePlace(place, out))
  out.list(fix ? [fix] : [], (one) => writeFix(one, out))
  out.text(fingerprint)
}

/** The finding that was written. No offset is beyond the length of the source. */
export function readFinding(stored: StoredReader, length: number): Finding {
  const finding: Draft = {
    rule: stored.text(),
    messageId: stored.text(),
    message: stored.text(),
    level: readLevel(stored),
    start: readPoint(stored, length),
    end: readPoint(stored, length),
  }
  for (const name of optionalTexts) {
    const text = stored.optionalText()
    if (text !== undefined) finding[name] = text
  }
  const table = stored.number()
  if (table > 0) finding.table = table
  const related = stored.list(readPlace)
  if (related.length > 0) finding.related = related
  const [fix] = stored.list((one) => readFix(one, length))
  if (fix) finding.fix = fix
  const fingerprint = stored.optionalText()
  if (fingerprint !== undefined) finding.fingerprint = fingerprint
  return finding
}

/** Goes over a finding that could be read, without making it. */
export function skipFinding(stored: StoredReader, length: number): void {
  stored.skipTexts(3)
  readLevel(stored)
  skipPoint(stored, length)
  skipPoint(stored, length)
  stored.skipOptionalTexts(optionalTexts.length)
  stored.number()
  stored.each(skipPlace)
  stored.each((one) => skipFix(one, length))
  stored.skipOptionalTexts(1)
}

type Draft = {-readonly [K in keyof Finding]: Finding[K]}

const optionalTexts = ['help', 'folded', 'category', 'key', 'column'] as const

const levels: readonly Level[] = ['error', 'warning', 'info']

function readLevel(stored: StoredReader): Level {
  const level = levels[stored.number()]
  if (level) return level
  throw new Malformed('expected a level')
}

function writePoint({line, column, offset}: Point, out: StoredWriter): void {
  out.number(line, column, offset)
}

function readPoint(stored: StoredReader, length?: number): Point {
  return {line: stored.number(1), column: stored.number(1), offset: stored.number(0, length)}
}

function skipPoint(stored: StoredReader, length?: number): void {
  stored.number(1)
  stored.number(1)
  stored.number(0, length)
}

function writePlace({path, start, end, message}: RelatedPlace, out: StoredWriter): void {
  out.text(path, message)
  writePoint(start, out)
  writePoint(end, out)
}

/** It may lie in another document. */
function readPlace(stored: StoredReader): RelatedPlace {
  const [path, message] = [stored.text(), stored.text()]
  return {path, start: readPoint(stored), end: readPoint(stored), message}
}

function skipPlace(stored: StoredReader): void {
  stored.skipTexts(2)
  skipPoint(stored)
  skipPoint(stored)
}

function writeFix({safe, edits}: Fix, out: StoredWriter): void {
  out.boolean(safe)
  out.list(edits, ({start, end, text}) => {
    out.number(start, end)
    out.text(text)
  })
}

function readFix(stored: StoredReader, length: number): Fix {
  const safe = stored.boolean()
  const edits = stored.list((edit) => {
    const start = edit.number(0, length)
    return {start, end: edit.number(start, length), text: edit.text()}
  })
  return {safe, edits}
}

function skipFix(stored: StoredReader, length: number): void {
  stored.boolean()
  stored.each((edit) => {
    edit.number(edit.number(0, length), length)
    edit.skipTexts(1)
  })
}
