import type {Range} from '../text/range.ts'
import {type Alternative, splitAlternatives} from './alternatives.ts'
import {type Ambiguity, ambiguitiesIn} from './ambiguities.ts'
import {isDeniedAt} from './bare-names.ts'
import {type RequirementExpression, termsOf} from './expression.ts'
import type {ParsedRequirement} from './grammar/parse.ts'
import type {LicenseName} from './license-names.ts'
import {findMarks, type Mark} from './marks.ts'
import {toAlternatives} from './normal-form.ts'
import type {QualificationReader} from './reader.ts'

/** What words are compared by. */
export type WordsKey = (words: string) => string

/** A qualification text and what is found in it: once, however many cells of a document hold the text. */
export class Qualification {
  readonly text: string
  readonly #reader: QualificationReader
  #marks: readonly Mark[] | undefined
  #bareNames: readonly Range[] | undefined
  #names: readonly LicenseName[] | undefined
  #ambiguities: readonly Ambiguity[] | undefined
  #compared: Comparison | undefined

  constructor(text: string, reader: QualificationReader) {
    this.text = text
    this.#reader = reader
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
    const known = this.#reader.lookUp(name)
    return known !== undefined && (known.status === 'informal' || known.matched === 'informal')
  }

  /** The licences that it names, in marks or without, each time that it names them. */
  get names(): readonly LicenseName[] {
    this.#names ??= this.#reader.names(this.text)
    return this.#names
  }

  get reading(): ParsedRequirement {
    return this.#reader.parse(this.text)
  }

  get expression(): RequirementExpression {
    return this.#reader.express(this.text)
  }

  /** The places where it allows two groupings. */
  get ambiguities(): readonly Ambiguity[] {
    this.#ambiguities ??= mayBeAmbiguous(this.text) ? ambiguitiesIn(this.reading.root) : []
    return this.#ambiguities
  }

  /** The stretches of which one applies at a time. */
  get alternatives(): readonly Alternative[] {
    return splitAlternatives(this.text, this.marks)
  }

  /** Whether it asks for a licence of that name, rather than saying that it will not do. */
  asksFor(name: string): boolean {
    return [...termsOf(this.expression)].some(
      (term) => 'license' in term && term.license === name && term.required !== false,
    )
  }

  /** Whether another text would ask for the same. What was asked last is known: the same flaw comes with the same text. */
  asksAlike(text: string, keyOf: WordsKey): boolean {
    const last = this.#compared
    if (last?.text === text && last.keyOf === keyOf) return last.isAlike
    const isAlike = written(this.#reader.express(text), keyOf) === written(this.expression, keyOf)
    this.#compared = {text, keyOf, isAlike}
    return isAlike
  }

  /** Whether another text asks for as much: the two are one Boolean function of the same terms. */
  asksAsMuch(text: string): boolean {
    const [own, other] = [this.expression, this.#reader.express(text)].map(functionKey)
    return own !== null && own === other
  }
}

interface Comparison {
  readonly text: string
  readonly keyOf: WordsKey
  readonly isAlike: boolean
}

function written(requirement: RequirementExpression, keyOf: WordsKey): string {
  return JSON.stringify(requirement, (_, value: unknown) =>
    typeof value === 'string' ? keyOf(value) : value,
  )
}

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
