import type {Edit, Finding} from '../../src/finding.ts'
import type {Point, Range} from '../../src/text/range.ts'

/** What is wrong with the places, the order and the edits of findings. */
export function findingViolations(findings: readonly Finding[], source: string): readonly string[] {
  const starts = lineStarts(source)
  return [
    ...findings.flatMap((finding) => violationsOf(finding, source, starts)),
    ...orderViolations(findings),
  ]
}

function violationsOf(finding: Finding, source: string, starts: readonly number[]): readonly string[] {
  const edits = finding.fix?.edits ?? []
  const places = [finding, ...(finding.related ?? [])]
  const wrong = [
    ...places.flatMap(({start, end}) => [
      ...pointViolations(start, starts),
      ...pointViolations(end, starts),
      ...rangeViolations({start: start.offset, end: end.offset}, source),
    ]),
    ...edits.flatMap((edit) => rangeViolations(edit, source)),
    ...overlaps(edits),
    ...edits.filter((edit) => replacesImage(edit, source)).map(() => 'an edit replaces a whole image'),
    ...(finding.fix && edits.every((edit) => changesNothing(edit, source))
      ? ['a fix that changes nothing']
      : []),
  ]
  return wrong.map((text) => `${finding.rule} (${finding.messageId}) at ${finding.start.offset}: ${text}`)
}

/** A range in the document that splits no surrogate pair and no line ending. */
export function rangeViolations({start, end}: Range, source: string): readonly string[] {
  if (
    !(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= source.length)
  ) {
    return [`${start}-${end} is no range of ${source.length} characters`]
  }
  return [start, end]
    .filter((at) =>
      /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(source.slice(Math.max(0, at - 1), at + 1)),
    )
    .map((at) => `${at} is inside a character or a line ending`)
}

function pointViolations({line, column, offset}: Point, starts: readonly number[]): readonly string[] {
  const start = starts[line - 1] ?? Number.NaN
  const next = starts[line] ?? Number.POSITIVE_INFINITY
  if (column >= 1 && start + column - 1 === offset && offset < next) return []
  return [`${line}:${column} is not at ${offset}`]
}

/** Where lines begin, counted without the reader of lines that is being checked. */
function lineStarts(source: string): readonly number[] {
  let start = 0
  return source
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .map((line) => {
      start += line.length
      return start - line.length
    })
    .concat(/[\r\n]$/.test(source) ? [source.length] : [])
}

function overlaps(edits: readonly Edit[]): readonly string[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.flatMap((edit, index) => {
    const before = sorted[index - 1]
    if (!before || before.end < edit.start) return []
    // Two edits may touch, unless it is open which one comes first.
    if (before.end === edit.start && before.start < before.end && edit.start < edit.end) return []
    return [`edits at ${before.start}-${before.end} and ${edit.start}-${edit.end} meet`]
  })
}

/** An image stands for its alternative text as a whole; who mends the one must not lose the other. */
function replacesImage({start, end, text}: Edit, source: string): boolean {
  return /^!\[.*[\])]$/.test(source.slice(start, end)) && !text.includes('](')
}

function changesNothing({start, end, text}: Edit, source: string): boolean {
  return source.slice(start, end) === text
}

/** In the order of the document; what begins in one place, in the order of the rules. */
function orderViolations(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap((finding, index) => {
    const before = findings[index - 1]
    if (!before || before.start.offset < finding.start.offset) return []
    if (before.start.offset === finding.start.offset && before.rule <= finding.rule) return []
    return [`${before.start.offset} ${before.rule} stands before ${finding.start.offset} ${finding.rule}`]
  })
}
