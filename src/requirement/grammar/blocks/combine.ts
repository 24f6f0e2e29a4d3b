import type {Part} from '../clauses/part.ts'
import {makeCase, makeCases} from '../nodes/cases.ts'
import {regroup} from '../nodes/make-list.ts'
import {group, type Joined} from '../operands/grouping.ts'
import type {Joint} from '../operands/joints.ts'
import {type CasesNode, isTerm, type Node, type Operator, type Reading} from '../syntax.ts'
import {attachRemarks} from './remarks.ts'

/** What parts ask for, with the remarks on it. */
export interface Combined {
  readonly isItem: boolean
  readonly join: Joint
  readonly node: Node
}

/** Makes one node of parts. Where no word says how they are joined, all are asked for. */
export function combine(reading: Reading, parts: readonly Part[], operator: Operator | null): Node | null {
  const nodes = attachRemarks(reading, parts)
  const [only] = nodes
  if (!only) return null
  if (nodes.length === 1) return operator ? regroup(reading, only.node, operator) : only.node
  const ofCases = asCases(reading, nodes)
  if (ofCases) return ofCases
  const merged = mergeCases(nodes)
  const [single] = merged
  if (single && merged.length === 1) return single.node
  const tail = parts.length > 1 ? (parts.at(-1)?.tail ?? null) : null
  return group(reading, merged.map(toJoined), operator ?? tail)
}

function toJoined({join, node, isItem}: Combined): Joined {
  return {join: join ?? 'list', node, isDoubtful: join === null && !isItem}
}

/** `道路运输《甲》；售票平台提供《乙》`: among cases, the words before a name are a case too. */
function asCases({text}: Reading, nodes: readonly Combined[]): Node | null {
  if (!nodes.some(({node}) => node.kind === 'cases')) return null
  const cases: CasesNode[] = []
  for (const {node} of nodes) {
    if (node.kind === 'cases') cases.push(node)
    else if (isTerm(node) && node.prefix !== null) {
      const before = text.slice(node.start, node.name.start).replace(/[《〈<＜\s]+$/, '')
      const when = {start: node.start, end: node.start + before.length, words: node.prefix}
      cases.push(makeCase(when, {...node, start: when.end, prefix: null, note: null}))
    } else return null
  }
  return makeCases(cases.flatMap((one) => one.cases))
}

/** Cases that follow each other with no word between are one node. */
function mergeCases(nodes: readonly Combined[]): readonly Combined[] {
  const merged: Combined[] = []
  for (const one of nodes) {
    const last = merged.at(-1)
    if (one.node.kind === 'cases' && last?.node.kind === 'cases' && one.join === null)
      merged[merged.length - 1] = {...last, node: makeCases([...last.node.cases, ...one.node.cases])}
    else merged.push(one)
  }
  return merged
}
