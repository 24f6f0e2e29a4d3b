import type {Row} from '../document/model.ts'
import {assignColumns, headerWord, wordsOfHeader} from './columns.ts'
import type {TableContract} from './contract.ts'
import type {FoundTable} from './reading.ts'
import {isComplete} from './table-evidence.ts'

/** Finds rows of header words, and of dashes below them: the head of a second table, read as rows of the first. */
export class SecondHeads {
  readonly found: Row[] = []
  readonly #columns: readonly (string | null)[]
  readonly #words: ReadonlySet<string>
  readonly #initials: ReadonlySet<string>
  readonly #contract: TableContract
  #isInHead = false

  /** @param initials what the header words of the contract begin with. */
  constructor({columns}: FoundTable, contract: TableContract, initials: ReadonlySet<string>) {
    this.#columns = columns.map(({contract: meaning, label}) => (meaning ? headerWord(label) : null))
    this.#words = new Set(this.#columns.filter((word) => word !== null))
    this.#initials = initials
    this.#contract = contract
  }

  /** Whether the row is no data but part of a second head. */
  read(row: Row, next: Row | undefined): boolean {
    const isDelimiter = this.#isInHead && isDashes(row)
    this.#isInHead = this.#isHead(row, next)
    if (this.#isInHead) this.found.push(row)
    return this.#isInHead || isDelimiter
  }

  #isHead(row: Row, next: Row | undefined): boolean {
    // Most rows differ from a head in the first character already.
    const first = row.cells[0]?.content.text.trim().charAt(0) ?? ''
    if (first !== '' && !this.#initials.has(first)) return false
    const texts = row.cells.map(({content}) => content.text.trim()).filter(Boolean)
    if (texts.length < 2) return false
    if (
      this.#contract.isCatalogue
        ? texts.every((text) => this.#words.has(headerWord(text)))
        : this.#repeats(row)
    )
      return true
    return next !== undefined && isDashes(next) && this.#isCompleteHeader(row)
  }

  #isCompleteHeader(row: Row): boolean {
    return isComplete(assignColumns(row, wordsOfHeader(row), this.#contract), this.#contract)
  }

  /** Elsewhere than in a catalogue header words are values too: a parameter may be called `类型`. */
  #repeats({cells}: Row): boolean {
    return cells.every(({content}, index) => {
      const text = content.text.trim()
      return text === '' || this.#columns[index] === headerWord(text)
    })
  }
}

/** What the header words of a contract begin with. */
export function initialsOf({columns}: TableContract): ReadonlySet<string> {
  const names = columns.flatMap((column) => column.names)
  return new Set(names.flatMap((name) => [name.charAt(0), name.charAt(0).toUpperCase()]))
}

function isDashes({cells}: Row): boolean {
  const texts = cells.map(({content}) => content.text.trim()).filter(Boolean)
  return texts.length > 0 && texts.every((text) => /^:?-+:?$/.test(text))
}
