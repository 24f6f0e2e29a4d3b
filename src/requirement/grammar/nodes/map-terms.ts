import {isTerm, type Node, type TermNode} from '../syntax.ts'
import {makeCases} from './cases.ts'
import {joinText} from './join-text.ts'
import {span} from './span.ts'

type Change = (term: TermNode) => TermNode

/** Says of all of a node that it is not asked for, or of those only who have it. */
export function waive(node: Node): Node {
  return mapTerms(node, (term) => ({...term, need: 'waived'}))
}

/** Says of all of a node what it must cover or state. */
export function addCondition(node: Node, condition: string | null): Node {
  return mapTerms(node, (term) => ({...term, condition: joinText(term.condition, condition)}))
}

/** Changes every term of a node. */
function mapTerms(node: Node, change: Change): Node {
  if (isTerm(node)) return change(node)
  if (node.kind === 'cases')
    return {...node, cases: node.cases.map((one) => ({...one, require: mapTerms(one.require, change)}))}
  return {...node, operands: node.operands.map((operand) => mapTerms(operand, change))}
}

/** Changes the term that stands first in a node, and the ranges around it. */
export function mapFirstTerm(node: Node, change: Change): Node {
  return mapTermAt(node, () => 0, change)
}

/** Changes the term that stands last in a node, and the ranges around it. */
export function mapLastTerm(node: Node, change: Change): Node {
  return mapTermAt(node, ({length}) => length - 1, change)
}

function mapTermAt(node: Node, indexIn: (parts: readonly unknown[]) => number, change: Change): Node {
  if (isTerm(node)) return change(node)
  if (node.kind === 'cases') {
    const cases = node.cases.map((one, index) => {
      if (index !== indexIn(node.cases)) return one
      const require = mapTermAt(one.require, indexIn, change)
      return {...one, require, ...span([one, require])}
    })
    return makeCases(cases)
  }
  const operands = node.operands.map((operand, index) =>
    index === indexIn(node.operands) ? mapTermAt(operand, indexIn, change) : operand,
  )
  return {...node, operands, ...span(operands)}
}
