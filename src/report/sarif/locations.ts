import type {Edit} from '../../finding.ts'
import type {Point} from '../../text/range.ts'
import {relativeUri} from '../../text/uri.ts'
import type {FileReport, ReportedFinding} from '../types.ts'

/** What paths count from. */
export const sourceRoot = '%SRCROOT%'

interface Place {
  readonly start: Point
  readonly end: Point
}

export function toArtifactLocation(path: string) {
  return {uri: relativeUri(path), uriBaseId: sourceRoot}
}

export function toPhysicalLocation(path: string, place: Place, hasMark: boolean) {
  return {artifactLocation: toArtifactLocation(path), region: toRegion(place, hasMark)}
}

/** The region that an edit replaces. Text regions do not count a byte order mark. */
export function toDeletedRegion({start, end}: Edit, hasMark: boolean) {
  const from = Math.max(0, start - (hasMark ? 1 : 0))
  return {charOffset: from, charLength: Math.max(0, end - (hasMark ? 1 : 0)) - from}
}

/** The row or category that a finding stands in. */
export function toLogicalLocations({category, key}: ReportedFinding) {
  const names = [category, key].filter((name) => name !== undefined)
  const name = names.at(-1)
  if (name === undefined) return undefined
  return [{name, fullyQualifiedName: names.join(' › '), kind: key === undefined ? 'category' : 'row'}]
}

/** Whether a path is that of a file which begins with a byte order mark. */
export function marksOf(files: readonly FileReport[]): (path: string) => boolean {
  const marked = new Set(files.flatMap(({path, bom}) => (bom ? path : [])))
  return (path) => marked.has(path)
}

function toRegion({start, end}: Place, hasMark: boolean) {
  return {
    startLine: start.line,
    startColumn: column(start, hasMark),
    endLine: end.line,
    endColumn: column(end, hasMark),
  }
}

function column({line, column}: Point, hasMark: boolean): number {
  return hasMark && line === 1 ? Math.max(1, column - 1) : column
}
