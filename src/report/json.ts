import {jsonChunks} from '../text/json-chunks.ts'
import type {Point} from '../text/range.ts'
import {mapSeries} from '../text/series.ts'
import type {FileReport, ReportedFinding, RunReport} from './types.ts'

/** The report for programs, which holds all that other programs' formats are made of. Its names and their order are fixed. */
export function json({shard, files, summary}: RunReport): Iterable<string> {
  return jsonChunks({version: 1, shard, files: files.map(toEntry), summary})
}

/** The file as it is written; what is undefined is left out. */
function toEntry(file: FileReport) {
  const {path, bom} = file
  return {
    path,
    bom,
    get findings() {
      return mapSeries(file.findings, toFindingEntry)
    },
    get suppressed() {
      return file.suppressed && mapSeries(file.suppressed, toFindingEntry)
    },
  }
}

function toFindingEntry(finding: ReportedFinding) {
  const {rule, level, message, help, category, key, column, related, fix, fingerprint} = finding
  return {
    rule,
    level,
    message,
    help,
    start: toPoint(finding.start),
    end: toPoint(finding.end),
    category,
    key,
    column,
    related: related?.map((place) => ({
      path: place.path,
      start: toPoint(place.start),
      end: toPoint(place.end),
      message: place.message,
    })),
    fix: fix && {safe: fix.safe, edits: fix.edits.map(({start, end, text}) => ({start, end, text}))},
    fingerprint,
  }
}

function toPoint({line, column, offset}: Point): Point {
  return {line, column, offset}
}
