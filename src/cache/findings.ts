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

/** The finding that was written. */
export function readFinding(stored: StoredReader): Finding {
  const finding: Draft = {
    rule: stored.text(),
    messageId: stored.text(),
    message: stored.text(),
    level: readLevel(stored),
    start: readPoint(stored),
    end: readPoint(stored),
  }
  for (const name of optionalTexts) {
    const text = stored.optionalText()
    if (text !== undefined) finding[name] = text
  }
  const table = stored.number()
  if (table > 0) finding.table = table
  const related = stored.list(readPlace)
  if (related.length > 0) finding.related = related
  const [fix] = stored.list(readFix)
  if (fix) finding.fix = fix
  const fingerprint = stored.optionalText()
  if (fingerprint !== undefined) finding.fingerprint = fingerprint
  return finding
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

function readPoint(stored: StoredReader): Point {
  return {line: stored.number(1), column: stored.number(1), offset: stored.number()}
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

function writeFix({safe, edits}: Fix, out: StoredWriter): void {
  out.boolean(safe)
  out.list(edits, ({start, end, text}) => {
    out.number(start, end)
    out.text(text)
  })
}

function readFix(stored: StoredReader): Fix {
  const safe = stored.boolean()
  const edits = stored.list((edit) => {
    const start = edit.number()
    return {start, end: edit.number(start), text: edit.text()}
  })
  return {safe, edits}
}
