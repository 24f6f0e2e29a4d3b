import type {CaseNode, CasesNode, Node, Subject} from '../syntax.ts'
import {span} from './span.ts'

/** Several cases as one node. Cases within each other stay apart. */
export function makeCases(cases: readonly CaseNode[]): CasesNode {
  return {kind: 'cases', cases, ...span(cases)}
}

export function makeCase({start, end, words}: Subject, require: Node): CasesNode {
  const when = {start, end}
  return makeCases([{when, words, require, ...span([when, require])}])
}

/** The node itself where it holds for everyone. */
export function makeCaseIf(when: Subject | null, node: Node): Node {
  return when ? makeCase(when, node) : node
}
