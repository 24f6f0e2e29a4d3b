import {
  type AllOf,
  type AnyOf,
  isTerm,
  operandsOf,
  type RequirementExpression,
  type Term,
} from './expression.ts'
import {exactForm} from './grammar/exact.ts'

/**
 * Writes a requirement as a text that says the same without doubt: `（《甲》或《乙》）且《丙》`. Reading that text gives
 * the same requirement.
 */
export function printRequirement(requirement: RequirementExpression): string {
  if ('cases' in requirement) {
    return requirement.cases
      .map(({when, require}) => `${exactForm('when', when)}：${printOperand(require)}`)
      .join('；')
  }
  if ('all' in requirement || 'any' in requirement) {
    return requirement.ambiguous ? printOperand(requirement) : printList(requirement)
  }
  return printTerm(requirement)
}

/** Writes a requirement for people: names, `且`, `或` and brackets, without conditions and remarks. */
export function outlineRequirement(requirement: RequirementExpression): string {
  if ('license' in requirement) return `《${requirement.license}》`
  if ('document' in requirement) return requirement.document
  if ('cases' in requirement)
    return requirement.cases.map(({when, require}) => `${when}：${outlineRequirement(require)}`).join('；')
  return operandsOf(requirement)
    .map((operand) => (isTerm(operand) ? outlineRequirement(operand) : `（${outlineRequirement(operand)}）`))
    .join('all' in requirement ? '且' : '或')
}

function printList(list: AllOf | AnyOf): string {
  return operandsOf(list)
    .map(printOperand)
    .join('all' in list ? '且' : '或')
}

function printOperand(requirement: RequirementExpression): string {
  if (isTerm(requirement)) return printTerm(requirement)
  if ('cases' in requirement) return `（${printRequirement(requirement)}）`
  return `（${printList(requirement)}）${requirement.ambiguous ? exactForm('ambiguous') : ''}`
}

function printTerm(term: Term): string {
  const {condition, issuer, aliases = [], note, required} = term
  return [
    'license' in term ? printLicense(term.license) : exactForm('document', term.document),
    condition === undefined ? '' : exactForm('condition', condition),
    issuer === undefined ? '' : exactForm('issuer', issuer),
    ...aliases.map((alias) => exactForm('alias', alias)),
    note === undefined ? '' : exactForm('note', note),
    required === false ? exactForm('optional') : '',
  ].join('')
}

/** Marks round the name, where they hold nothing that could be taken for marks or for the title of a law. */
function printLicense(name: string): string {
  return /^[\p{L}\p{N}、（）()·/-]*[证照书書函证案照]$/u.test(name)
    ? `《${name}》`
    : exactForm('license', name)
}
