import {makeCases} from '../nodes/cases.ts'
import {makeList} from '../nodes/make-list.ts'
import {span} from '../nodes/span.ts'
import {type Joint, withoutJoints} from '../operands/joints.ts'
import {all, type CasesNode, type Node, type Reading} from '../syntax.ts'
import type {Token} from '../tokens/token.ts'
import type {Part} from './part.ts'
import {readClause} from './read-clause.ts'
import {splitClauses} from './split-clauses.ts'

/** Reads the clauses of a stretch without list markers. */
export function readClauses(reading: Reading, tokens: readonly Token[]): readonly Part[] {
  const parts: Part[] = []
  let carried: Joint = null
  for (const clause of splitClauses(reading, tokens)) {
    const {tokens: words, before, after} = withoutJoints(clause.tokens)
    const part = words.length > 0 ? readClause(reading, words) : null
    const above = clause.isInner && part?.node ? parts.at(-1) : undefined
    if (above?.node?.kind === 'cases' && part?.node)
      parts[parts.length - 1] = {...above, node: withInner(reading, above.node, part.node)}
    else if (part) parts.push({...part, join: before ?? carried ?? part.join})
    carried = after ?? (part ? null : (before ?? carried))
  }
  return parts
}

/** `药店：《甲》，如销售处方药，另需提供《乙》`: the case behind the comma is one of the case before it. */
function withInner(reading: Reading, {cases}: CasesNode, node: Node): Node {
  const last = cases.at(-1)
  if (!last) return node
  const require = makeList(reading, all, [last.require, node])
  return makeCases([...cases.slice(0, -1), {...last, require, ...span([last, require])}])
}
