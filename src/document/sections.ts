import type {Block, Heading, Section} from './model.ts'

type OpenSection = Section & {readonly blocks: Block[]}

/** Puts headings and blocks, in the order of the document, into sections. */
export class SectionWriter {
  #current: OpenSection = {heading: null, parent: null, blocks: []}
  readonly #sections = [this.#current]
  #containers = 1

  get sections(): readonly Section[] {
    return this.#sections
  }

  writeHeading(heading: Heading): void {
    this.#current = {heading, parent: enclosing(this.#current, heading.depth), blocks: []}
    this.#sections.push(this.#current)
  }

  writeBlock(block: Block): void {
    this.#current.blocks.push(block)
  }

  /** A number for a block quote, list item or footnote; the document's own is 0. */
  newContainer(): number {
    return this.#containers++
  }
}

function enclosing(section: Section, depth: number): Section | null {
  let above: Section | null = section
  while (above?.heading && above.heading.depth >= depth) above = above.parent
  return above?.heading ? above : null
}
