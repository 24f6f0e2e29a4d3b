/** Stands for any character: of a class that is negated, or of a dot. */
const anything = '\uFFFF'

/** The characters with which a match of a pattern may begin. It knows what the patterns of the grammar are made of. */
export function firstCharacters({source}: RegExp): ReadonlySet<string> {
  const reader = new PatternReader(source)
  const {first} = reader.readAlternatives()
  if (!reader.isAtEnd) throw new Error(`Read only a part of ${source}`)
  if (first.has(anything)) throw new Error(`${source} may begin with anything`)
  return first
}

interface Piece {
  readonly first: ReadonlySet<string>
  /** Whether it may match nothing, so that what comes after it may be first. */
  readonly isOptional: boolean
}

const nothing: Piece = {first: new Set(), isOptional: true}
const digits = [...'0123456789']
const classes: Readonly<Record<string, readonly string[]>> = {d: digits, s: [' '], w: [anything]}

class PatternReader {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  get isAtEnd(): boolean {
    return this.#at === this.#source.length
  }

  readAlternatives(): Piece {
    const pieces = [this.#readSequence()]
    while (this.#take('|')) pieces.push(this.#readSequence())
    return {
      first: new Set(pieces.flatMap(({first}) => [...first])),
      isOptional: pieces.some(({isOptional}) => isOptional),
    }
  }

  #readSequence(): Piece {
    const first = new Set<string>()
    let isOptional = true
    while (!this.isAtEnd && !'|)'.includes(this.#char)) {
      const piece = this.#readPiece()
      if (isOptional) for (const character of piece.first) first.add(character)
      isOptional &&= piece.isOptional
    }
    return {first, isOptional}
  }

  #readPiece(): Piece {
    const {first, isOptional} = this.#readAtom()
    const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at))?.[0] ?? ''
    this.#at += quantifier.length
    return {first, isOptional: isOptional || /^(?:[?*]|\{0)/.test(quantifier)}
  }

  #readAtom(): Piece {
    if (['(?!', '(?=', '(?<!', '(?<='].some((opening) => this.#take(opening))) {
      this.#readGroup()
      return nothing
    }
    if (this.#take('(?:') || this.#take('(')) return this.#readGroup()
    if (this.#take('[')) return {first: this.#readClass(), isOptional: false}
    if (this.#take('^') || this.#take('$')) return nothing
    if (this.#take('.')) return {first: new Set([anything]), isOptional: false}
    return {first: new Set(this.#readCharacter()), isOptional: false}
  }

  #readGroup(): Piece {
    const group = this.readAlternatives()
    if (!this.#take(')')) throw new Error(`Expected ) at ${this.#at} of ${this.#source}`)
    return group
  }

  #readClass(): ReadonlySet<string> {
    const first = new Set<string>(this.#take('^') ? [anything] : [])
    while (!this.#take(']')) {
      const from = this.#readCharacter()
      if (this.#char !== '-' || this.#source[this.#at + 1] === ']') for (const one of from) first.add(one)
      else {
        this.#at++
        for (const one of between(from, this.#readCharacter())) first.add(one)
      }
    }
    return first
  }

  #readCharacter(): readonly string[] {
    const isEscaped = this.#take('\\')
    const character = this.#char
    if (this.isAtEnd) throw new Error(`Unexpected end of ${this.#source}`)
    this.#at++
    return (isEscaped ? classes[character] : undefined) ?? [character]
  }

  get #char(): string {
    return this.#source.charAt(this.#at)
  }

  #take(expected: string): boolean {
    const isThere = this.#source.startsWith(expected, this.#at)
    if (isThere) this.#at += expected.length
    return isThere
  }
}

function between([from = '']: readonly string[], [to = '']: readonly string[]): readonly string[] {
  const first = from.charCodeAt(0)
  return Array.from({length: to.charCodeAt(0) - first + 1}, (_, index) => String.fromCharCode(first + index))
}
