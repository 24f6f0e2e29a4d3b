import type * as mdast from 'mdast'
import {visit} from 'unist-util-visit'
import type {Range} from '../text/range.ts'
import type {Comment} from './model.ts'
import {rangeOf, type SourceMap} from './source-map.ts'

/** What comments to this program begin with. Without it in the source, nobody looks for them. */
const address = 'catalint-'

/** Whether a text may hold a comment that speaks to this program. */
export function mayAddress(text: string): boolean {
  return text.includes(address)
}

/** The comments that speak to this program, in the order of the document. */
export function readComments(
  tree: mdast.Root | mdast.Paragraph,
  map: Pick<SourceMap, 'source' | 'shift'>,
): readonly Comment[] {
  const comments: Comment[] = []
  visit(tree, 'html', (node, _index, parent) => {
    const isBlock = parent !== undefined && isFlow(parent)
    if (isBlock && isRawText(node.value)) return
    const {start, end} = rangeOf(node, map)
    const text = map.source.slice(start, end)
    const isAlone = isBlock && isOnlyComments(node.value)
    for (const comment of isBlock ? commentsIn(text) : leadingComment(text)) {
      if (!isAddressed(text, comment)) continue
      const range = {start: start + comment.start, end: start + comment.end}
      comments.push({range, isBlock, isAlone})
    }
  })
  return comments
}

/** Whether HTML holds comments and nothing beside them. */
export function isOnlyComments(html: string): boolean {
  let at = 0
  for (const {start, end} of commentsIn(html)) {
    if (html.slice(at, start).trim() !== '') return false
    at = end
  }
  return at > 0 && html.slice(at).trim() === ''
}

/** Whether an inline piece of HTML is a comment. */
export function isComment(html: string): boolean {
  return html.startsWith('<!--')
}

/** The comments in HTML: <https://html.spec.whatwg.org/multipage/syntax.html#comments>. */
function* commentsIn(html: string): Iterable<Range> {
  for (let start = html.indexOf('<!--'); start !== -1; ) {
    const end = commentEnd(html, start)
    if (end === undefined) return
    yield {start, end}
    start = html.indexOf('<!--', end)
  }
}

/** `<!-->` and `<!--->` are whole comments. */
function commentEnd(html: string, start: number): number | undefined {
  const inner = start + '<!--'.length
  if (html.startsWith('>', inner)) return inner + 1
  if (html.startsWith('->', inner)) return inner + 2
  const end = html.indexOf('-->', inner)
  return end === -1 ? undefined : end + '-->'.length
}

function leadingComment(html: string): readonly Range[] {
  return isComment(html) ? [{start: 0, end: html.length}] : []
}

function isAddressed(html: string, {start}: Range): boolean {
  let at = start + '<!--'.length
  while (/[\s>]/.test(html.charAt(at))) at++
  return html.startsWith(address, at)
}

function isFlow({type}: mdast.Parents): boolean {
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition'
}

/** In these elements nothing is a comment. */
function isRawText(html: string): boolean {
  return /^<(?:script|style|textarea)\b/i.test(html)
}
