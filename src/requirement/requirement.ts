import type {Cell} from '../document/model.ts'
import {overlapsAny, type Range} from '../text/range.ts'
import type {LicenseKnowledge} from '../vocabulary/types.ts'
import {type Alternative, splitAlternatives} from './alternatives.ts'
import {type Ambiguity, ambiguitiesIn} from './ambiguities.ts'
import {isDeniedAt} from './bare-names.ts'
import {type RequirementExpression, termsOf} from './expression.ts'
import type {ParsedRequirement} from './grammar/parse.ts'
import type {LicenseName} from './license-names.ts'
import {findMarks, type Mark} from './marks.ts'
import {toAlternatives} from './normal-form.ts'
import type {QualificationReader} from './reader.ts'

/** Words without which a text has no two groupings, so that reading it for them is of no use. */
function mayBeAmbiguous(text: string): boolean {
  if (/[选選择擇取]|有歧义/.test(text)) return true
  const hasOr = /[或/／|]|否则|否則|要么|要麼|可以?[由用]|\bor\b/i.test(text)
  return hasOr && /[》）)]\s*《|[及与與和且并並、,，+＋&＆\n但均都皆缺]|\band\b/i.test(text)
}

/** What tells requirements apart as Boolean functions; null for one that is too large to say. */
function functionKey(requirement: RequirementExpression): string | null {
  const alternatives = toAlternatives(requirement, 100)
  const keys = alternatives?.map(({when, terms}) =>
    JSON.stringify([[...when].sort(), terms.map((term) => JSON.stringify(term)).sort()]),
  )
  return keys ? JSON.stringify(keys.sort()) : null
}

/** A qualification text and the licence names in it. Ranges count in the plain text. */
export class Requirement {
  readonly cell: Cell
  readonly text: string
  #marks: readonly Mark[] | undefined
  #bareNames: readonly Range[] | undefined
  readonly #reader: QualificationReader

  constructor(cell: Cell, reader: QualificationReader) {
    this.cell = cell
    this.#reader = reader
    this.text = cell.content.text
  }

  /** The title marks, right and wrong. */
  get marks(): readonly Mark[] {
    this.#marks ??= findMarks(this.text)
    return this.#marks
  }

  /** Official licence names that stand without marks and are asked for. */
  get bareNames(): readonly Range[] {
    this.#bareNames ??= this.names
      .filter(
        ({start, end, name}) =>
          start === name.start && !isDeniedAt(this.text, start) && !this.#isHalfMarked(start, end),
      )
      .filter(({words}) => !this.#isInformal(words))
      .map(({name}) => name)
    return this.#bareNames
  }

  /** One of its marks is missing: that is a matter of the marks. */
  #isHalfMarked(start: number, end: number): boolean {
    return this.text[start - 1] === '《' || this.text[end] === '》'
  }

  #isInformal(name: string): boolean {
    const known = this.lookUp(name)
    return known !== undefined && (known.status === 'informal' || known.matched === 'informal')
  }

  /** How the text was read. */
  get reading(): ParsedRequirement {
    return this.#reader.parse(this.text)
  }

  /** What it asks for. */
  get expression(): RequirementExpression {
    return this.#reader.express(this.text)
  }

  /** The licences that it names, in marks or without, each time that it names them. */
  get names(): readonly LicenseName[] {
    return this.#reader.names(this.text)
  }

  /** The places where it allows two groupings. */
  get ambiguities(): readonly Ambiguity[] {
    return mayBeAmbiguous(this.text) ? ambiguitiesIn(this.reading.root) : []
  }

  /** What the vocabulary knows of a name today, or as of the day that the user set. */
  lookUp(name: string): LicenseKnowledge | undefined {
    return this.#reader.lookUp(name)
  }

  /** Whether it asks for a licence of that name, rather than saying that it will not do. */
  asksFor(name: string): boolean {
    return [...termsOf(this.expression)].some(
      (term) => 'license' in term && term.license === name && term.required !== false,
    )
  }

  /** Whether another text would ask for the same, its words compared as `keyOf` has them. */
  asksAlike(text: string, keyOf: (words: string) => string = (words) => words): boolean {
    const written = (requirement: RequirementExpression) =>
      JSON.stringify(requirement, (_, value: unknown) => (typeof value === 'string' ? keyOf(value) : value))
    return written(this.#reader.express(text)) === written(this.expression)
  }

  /** Whether another text asks for as much: the two are one Boolean function of the same terms. */
  asksAsMuch(text: string): boolean {
    const [own, other] = [this.expression, this.#reader.express(text)].map(functionKey)
    return own !== null && own === other
  }

  /** The known licence that an unknown name is most likely a slip for. */
  nearest(name: string): string | undefined {
    return this.#reader.nearest(name)
  }

  /** The stretches of which one applies at a time. */
  get alternatives(): readonly Alternative[] {
    return splitAlternatives(this.text, this.marks)
  }

  /** Whether it stands in the source as it is. Within markup the place of an edit is for the author to say. */
  get isAsWritten(): boolean {
    return this.cell.content.raw === this.text
  }

  /** Whether a stretch of the text is in code or an address. */
  isVerbatim(range: Range): boolean {
    const {verbatim} = this.cell.content
    return verbatim.length > 0 && overlapsAny(verbatim, range)
  }

  /** Where a stretch of the text stands in the source. */
  sourceOf({start, end}: Range): Range {
    return this.cell.content.rangeOf(start, end)
  }
}
