import type {LicenseTerm, RequirementExpression, Term} from '../expression.ts'
import {isTerm, type ListNode, type Node, type TermNode} from './syntax.ts'

/** What a vocabulary knows of a licence name. */
export type Naming = (name: string) => Pick<LicenseTerm, 'canonical' | 'status'>

/** States a reading as plain data, with normalised text. */
export function toExpression(node: Node, naming: Naming): RequirementExpression {
  const convert = (part: Node): RequirementExpression => {
    if (isTerm(part)) return toTerm(part, naming)
    if (part.kind !== 'cases') return toList(part, part.operands.map(convert))
    return {
      cases: part.cases.map(({words, require}) => ({when: words, require: convert(require)})),
    }
  }
  return convert(node)
}

function toTerm({kind, words, need, ...details}: TermNode, naming: Naming): Term {
  const {condition, issuer, aliases, note} = details
  const optional = {
    ...(condition === null ? {} : {condition}),
    ...(issuer === null ? {} : {issuer}),
    ...(aliases.length === 0 ? {} : {aliases}),
    ...(note === null ? {} : {note}),
    ...(need === 'required' ? {} : {required: false as const}),
  }
  return kind === 'document'
    ? {document: words, ...optional}
    : {license: words, ...naming(words), ...optional}
}

function toList(
  {kind, count, other}: ListNode,
  parts: readonly RequirementExpression[],
): RequirementExpression {
  // A choice of several out of a list is stated as a choice of lists, which may stand in a choice itself.
  const operands = count > 1 ? parts : parts.flatMap((part) => partsOf(part, kind))
  const ambiguous = other ? {ambiguous: true as const} : {}
  if (kind === 'all') return {all: operands, ...ambiguous}
  if (count === 1) return {any: operands, ...ambiguous}
  return {any: combinations(operands, count).map((chosen) => ({all: chosen})), ...ambiguous}
}

function partsOf(part: RequirementExpression, kind: ListNode['kind']): readonly RequirementExpression[] {
  if (kind === 'any' && 'any' in part && !part.ambiguous) return part.any
  return kind === 'all' && 'all' in part && !part.ambiguous ? part.all : [part]
}

/** All ways to choose so many. */
function combinations<T>(from: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]]
  return from.flatMap((first, index) =>
    combinations(from.slice(index + 1), count - 1).map((others) => [first, ...others]),
  )
}
