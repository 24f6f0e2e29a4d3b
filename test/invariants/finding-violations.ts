import type {Edit, Finding} from '../../src/finding.ts'
import type {Point, Range} from '../../src/text/range.ts'

/** What is wrong with the places, the order and the edits of findings. */
export function findingViolations(findings: readonly Finding[], source: string): readonly string[] {
  return [...findings.flatMap((finding) => violationsOf(finding, source)), ...orderViolations(findings)]
}

function violationsOf(finding: Finding, source: string): readonly string[] {
  const edits = finding.fix?.edits ?? []
  const places = [finding, ...(finding.related ?? [])]
  const wrong = [
    ...places.flatMap(({start, end}) => [
      ...pointViolations(start, source),
      ...pointViolations(end, source),
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

function pointViolations({line, column, offset}: Point, source: string): readonly string[] {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/)
  // Between the two halves of a line ending the line has not ended yet.
  const isSplit = source[offset - 1] === '\r' && source[offset] === '\n'
  const rightLine = before.length - Number(isSplit)
  const rightColumn = (before[rightLine - 1] ?? '').length + 1 + Number(isSplit)
  if (line === rightLine && column === rightColumn) return []
  return [`${line}:${column} is not at ${offset}, which is ${rightLine}:${rightColumn}`]
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

function orderViolations(findings: readonly Finding[]): readonly string[] {
  const keys = findings.map(({start, end, rule}) => [start.offset, end.offset, rule] as const)
  return keys.flatMap((key, index) => {
    const before = keys[index - 1]
    return before && isAfter(before, key) ? [`${before.join(' ')} stands before ${key.join(' ')}`] : []
  })
}

function isAfter(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index])
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0)
}
