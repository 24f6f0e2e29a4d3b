import {firstEndingAfter, type Range} from '../text/range.ts'

/** A stretch of a qualification text that applies as a whole: no "or", no other applicant, no other block within. */
export interface Alternative extends Range {
  /** The parts that are listed in it, divided by `、` and words for "and". */
  readonly items: readonly Range[]
}

/** `，` parts two applicants only where a new subject with a verb of its own follows. */
const divider = /\n|[；;。]|或者|或|\/|／|[，,](?=[^，,；;。\n]{0,40}(?:提供|上传|提交|出具|适用类别|：))/g
const conjunction = /、|以及|及|与|和|且|并|[，,]/g

/** Splits a text where another alternative, applicant or block begins, never inside marks. */
export function splitAlternatives(text: string, marks: readonly Range[]): readonly Alternative[] {
  return split(text, {start: 0, end: text.length}, divider, marks).map((range) => ({
    ...range,
    items: split(text, range, conjunction, marks),
  }))
}

function split(text: string, within: Range, pattern: RegExp, marks: readonly Range[]): readonly Range[] {
  const parts: Range[] = []
  let start = within.start
  let mark = firstEndingAfter(marks, start)
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const at = within.start + match.index
    while ((marks[mark]?.end ?? Number.POSITIVE_INFINITY) <= at) mark++
    if ((marks[mark]?.start ?? Number.POSITIVE_INFINITY) < at) continue
    parts.push({start, end: at})
    start = at + match[0].length
  }
  parts.push({start, end: within.end})
  return parts
}
