import type {Range} from '../../text/range.ts'
import {joinText} from './nodes/join-text.ts'
import {makeList} from './nodes/make-list.ts'
import {mapLastTerm} from './nodes/map-terms.ts'
import {span} from './nodes/span.ts'
import {all, any, type Node, type Reading} from './syntax.ts'
import {readTermOf} from './terms/read-term.ts'
import {textOf} from './terms/text.ts'
import {meaningful} from './tokens/kinds.ts'
import {rangeOf} from './tokens/stretch.ts'
import type {Token} from './tokens/token.ts'

/**
 * Makes sure that nothing is lost, however a text is written: a licence that no clause took up is asked for too,
 * with doubt; other words become a remark.
 */
export function secure(reading: Reading, tokens: readonly Token[], root: Node): Node {
  const left = uncovered(leaves(tokens), [...coveredBy(root), ...reading.rest])
  let node = root
  for (const token of left)
    node = token.kind === 'license' ? withLicense(reading, node, token) : withRemark(reading, node, token)
  return node
}

function withLicense(reading: Reading, node: Node, token: Token): Node {
  const term = readTermOf(reading, [token])
  const operands = [node, term].sort((a, b) => a.start - b.start)
  const isApart = operands.every(({start}, index) => index === 0 || start >= (operands[index - 1]?.end ?? 0))
  // A licence within another term's words is said there.
  if (isApart) return makeList(reading, all, operands, makeList(reading, any, operands))
  return withRemark(reading, node, token)
}

function withRemark(reading: Reading, node: Node, token: Token): Node {
  const remark = textOf(reading, [token])
  reading.rest.push(rangeOf([token]))
  return remark === null ? node : mapLastTerm(node, (term) => ({...term, note: joinText(term.note, remark)}))
}

/** The tokens that say something and lie in none of the ranges. */
function uncovered(tokens: readonly Token[], ranges: readonly Range[]): readonly Token[] {
  const sorted = merged(ranges)
  let at = 0
  return tokens.filter((token) => {
    if (!meaningful.has(token.kind)) return false
    while ((sorted[at]?.end ?? Number.POSITIVE_INFINITY) <= token.start) at++
    return (sorted[at]?.start ?? Number.POSITIVE_INFINITY) > token.start
  })
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  const runs: Range[] = []
  for (const range of sorted) {
    const last = runs.at(-1)
    if (last && range.start <= last.end) runs[runs.length - 1] = span([last, range])
    else runs.push(range)
  }
  return runs
}

function leaves(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => (token.kind === 'group' ? leaves(token.inner) : [token]))
}

function coveredBy(node: Node): readonly Range[] {
  if (node.kind === 'cases') return node.cases.flatMap(({when, require}) => [when, ...coveredBy(require)])
  return node.kind === 'all' || node.kind === 'any' ? node.operands.flatMap(coveredBy) : [node]
}
