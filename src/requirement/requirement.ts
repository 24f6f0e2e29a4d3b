import type {Cell} from '../document/model.ts'
import {overlapsAny, type Range} from '../text/range.ts'
import type {LicenseKnowledge} from '../vocabulary/types.ts'
import type {Alternative} from './alternatives.ts'
import type {Ambiguity} from './ambiguities.ts'
import type {RequirementExpression} from './expression.ts'
import type {ParsedRequirement} from './grammar/parse.ts'
import type {LicenseName} from './license-names.ts'
import type {Mark} from './marks.ts'
import type {Qualification, WordsKey} from './qualification.ts'
import type {QualificationReader} from './reader.ts'

/** The qualification of a row: a text in its cell, and the licence names in it. Ranges count in the plain text. */
export class Requirement {
  readonly cell: Cell
  readonly #said: Qualification
  readonly #reader: QualificationReader

  constructor(cell: Cell, reader: QualificationReader) {
    this.cell = cell
    this.#said = reader.qualification(cell.content.text)
    this.#reader = reader
  }

  get text(): string {
    return this.#said.text
  }

  /** The title marks, right and wrong. */
  get marks(): readonly Mark[] {
    return this.#said.marks
  }

  /** Official licence names that stand without marks and are asked for. */
  get bareNames(): readonly Range[] {
    return this.#said.bareNames
  }

  /** How the text was read. */
  get reading(): ParsedRequirement {
    return this.#said.reading
  }

  /** What it asks for. */
  get expression(): RequirementExpression {
    return this.#said.expression
  }

  /** The licences that it names, in marks or without, each time that it names them. */
  get names(): readonly LicenseName[] {
    return this.#said.names
  }

  /** The places where it allows two groupings. */
  get ambiguities(): readonly Ambiguity[] {
    return this.#said.ambiguities
  }

  /** What the vocabulary knows of a name today, or as of the day that the user set. */
  lookUp(name: string): LicenseKnowledge | undefined {
    return this.#reader.lookUp(name)
  }

  /** Whether it asks for a licence of that name, rather than saying that it will not do. */
  asksFor(name: string): boolean {
    return this.#said.asksFor(name)
  }

  /** Whether another text would ask for the same, its words compared as `keyOf` has them. */
  asksAlike(text: string, keyOf: WordsKey = asWritten): boolean {
    return this.#said.asksAlike(text, keyOf)
  }

  /** Whether another text asks for as much: the two are one Boolean function of the same terms. */
  asksAsMuch(text: string): boolean {
    return this.#said.asksAsMuch(text)
  }

  /** The known licence that an unknown name is most likely a slip for. */
  nearest(name: string): string | undefined {
    return this.#reader.nearest(name)
  }

  /** The stretches of which one applies at a time. */
  get alternatives(): readonly Alternative[] {
    return this.#said.alternatives
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

function asWritten(words: string): string {
  return words
}
