/** What a qualification text asks for, as plain data: a Boolean expression over licences and documents. */
export type RequirementExpression = Term | AllOf | AnyOf | Cases

/** One thing to hand in. */
export type Term = LicenseTerm | DocumentTerm

/** A licence, by the name that the text gives it. */
export interface LicenseTerm extends TermDetails {
  readonly license: string
  /** The name that the licence goes by today, where the text uses another one. */
  readonly canonical?: string
  /** What the vocabulary knows of the name, where that is something else than `current`. */
  readonly status?: Exclude<LicenseStatus, 'current' | 'unknown'>
}

/** Evidence that is no named licence, in the words of the text. */
export interface DocumentTerm extends TermDetails {
  readonly document: string
}

/** What a vocabulary knows of a licence name on a day. */
export type LicenseStatus = 'current' | 'renamed' | 'abolished' | 'informal' | 'unknown'

interface TermDetails {
  /** What must hold for it to count (`经营范围含网络表演`). */
  readonly condition?: string
  /** Who issues it, where the text says so (`央行`). */
  readonly issuer?: string
  /** Other names that the text gives it (`《甲》即乙`). */
  readonly aliases?: readonly string[]
  /** What else the text says of it. */
  readonly note?: string
  /** `false` where the text says that it is not asked for (`无需提供《甲》`) or only asked for if there is one. */
  readonly required?: false
}

/** All of the operands. */
export interface AllOf extends MaybeAmbiguous {
  readonly all: readonly RequirementExpression[]
}

/** One of the operands. */
export interface AnyOf extends MaybeAmbiguous {
  readonly any: readonly RequirementExpression[]
}

/** What is asked for depends on the applicant or on the kind of service. */
export interface Cases extends MaybeAmbiguous {
  readonly cases: readonly Case[]
}

export interface Case {
  /** The applicant or kind of service, in the words of the text. */
  readonly when: string
  readonly require: RequirementExpression
}

interface MaybeAmbiguous {
  /** Set where the text allows another grouping. */
  readonly ambiguous?: true
}

/**
 * Whether a part of an `all` asks for more of some only: one case, which says nothing of those whom it does not name
 * (`《甲》；涉及食品的，另需提供《乙》`).
 */
export function isAddition(operand: RequirementExpression): operand is Cases {
  return 'cases' in operand && operand.cases.length === 1
}

export function isTerm(requirement: RequirementExpression): requirement is Term {
  return 'license' in requirement || 'document' in requirement
}

/** Whether the text allows another grouping anywhere in it. */
export function isAmbiguous(requirement: RequirementExpression): boolean {
  if (isTerm(requirement)) return false
  return requirement.ambiguous === true || operandsOf(requirement).some(isAmbiguous)
}

/** The names of the licences in a requirement, each once, in the order of the text. */
export function licensesIn(requirement: RequirementExpression | null): readonly string[] {
  return licenseTermsIn(requirement).map(({license}) => license)
}

/** The licences in a requirement, each name once, in the order of the text. */
export function licenseTermsIn(requirement: RequirementExpression | null): readonly LicenseTerm[] {
  const licenses = new Map<string, LicenseTerm>()
  for (const term of requirement ? termsOf(requirement) : []) {
    if ('license' in term && !licenses.has(term.license)) licenses.set(term.license, term)
  }
  return [...licenses.values()]
}

/** The licences and documents of a requirement, in the order of the text. */
export function* termsOf(requirement: RequirementExpression): Generator<Term> {
  if (isTerm(requirement)) yield requirement
  else for (const operand of operandsOf(requirement)) yield* termsOf(operand)
}

export function operandsOf(requirement: AllOf | AnyOf | Cases): readonly RequirementExpression[] {
  if ('all' in requirement) return requirement.all
  return 'any' in requirement ? requirement.any : requirement.cases.map(({require}) => require)
}
