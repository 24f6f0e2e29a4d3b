import type * as mdast from 'mdast'
import {visit} from 'unist-util-visit'

/**
 * What references of a document may refer to, as lines to put before a part of it that is parsed by itself. A reference is
 * one only where its definition is known: <https://spec.commonmark.org/0.31.2/#reference-link>.
 */
export class ReferenceDefinitions {
  readonly #lines = new Map<string, Definition>()

  /** Whether a text holds what every definition has. */
  static mayStandIn(text: string): boolean {
    return text.includes(']:')
  }

  /** @param place where the definitions stand. */
  addFrom(tree: mdast.Root, place: object): void {
    const add = (label: string, line: string) => {
      const key = keyOf(label)
      if (!this.#lines.has(key)) this.#lines.set(key, {line, place})
    }
    visit(tree, (node) => {
      if (node.type === 'definition') add(node.identifier, `[${node.identifier}]: x\n\n`)
      // What is indented below a footnote would be part of it, but for the break.
      if (node.type === 'footnoteDefinition')
        add(`^${node.identifier}`, `[^${node.identifier}]: x\n\n***\n\n`)
    })
  }

  /**
   * The lines for what a text may refer to. They begin with a line ending: what follows is not where a document begins.
   *
   * @param place that the text has with it.
   */
  linesFor(text: string, place?: object): string {
    if (this.#lines.size === 0 || !text.includes('[')) return '\n'
    const lines = [...this.#meantBy(text)].map((definition) =>
      definition && definition.place !== place ? definition.line : '',
    )
    return `\n${lines.join('')}`
  }

  #meantBy(text: string): Iterable<Definition | undefined> {
    if (isIntricate.test(text)) return this.#lines.values()
    const keys = new Set(Array.from(text.matchAll(/\[([^[\]]*)\]/g), ([, label = '']) => keyOf(label)))
    return Array.from(keys, (key) => this.#lines.get(key))
  }
}

/** A definition made anew, and where it stands. */
interface Definition {
  readonly line: string
  readonly place: object
}

/** Where a label has brackets in it, or goes over lines, it is not told by its brackets alone. */
const isIntricate = /\\[[\]]|\[[^\]]*[\r\n]/

/** <https://spec.commonmark.org/0.31.2/#matches> */
function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase()
}
