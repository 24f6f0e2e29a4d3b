import type * as mdast from 'mdast'
import {visit} from 'unist-util-visit'

/**
 * What references of a document may refer to, as lines to put before a part of it that is parsed by itself. A reference is
 * one only where its definition is known: <https://spec.commonmark.org/0.31.2/#reference-link>.
 */
export class ReferenceDefinitions {
  readonly #links = new Map<string, Definition>()
  readonly #notes = new Map<string, Definition>()

  /** Whether a text holds what every definition has. */
  static mayStandIn(text: string): boolean {
    return text.includes(']:')
  }

  /** @param place where the definitions stand. */
  addFrom(tree: mdast.Root, place: object): void {
    const add = (to: Map<string, Definition>, label: string, line: string) => {
      const key = keyOf(label)
      if (!to.has(key)) to.set(key, {line, place})
    }
    visit(tree, ({type, ...node}) => {
      if (!('identifier' in node)) return
      const {identifier} = node
      // A caret right after the bracket would make it a footnote.
      if (type === 'definition') add(this.#links, identifier, `[${identifier.replace(/^\^/, ' ^')}]: x\n\n`)
      // What is indented below a footnote would be part of it, but for the break.
      if (type === 'footnoteDefinition') add(this.#notes, identifier, `[^${identifier}]: x\n\n***\n\n`)
    })
  }

  /**
   * The lines for what a text may refer to. They begin with a line ending: what follows is not where a document begins.
   *
   * @param place that the text has with it.
   */
  linesFor(text: string, place?: object): string {
    if (this.#links.size + this.#notes.size === 0 || !text.includes('[')) return '\n'
    const lines = [...this.#meantBy(text)].flatMap((meant) => (meant.place !== place ? meant.line : []))
    return `\n${lines.join('')}`
  }

  #meantBy(text: string): Iterable<Definition> {
    const meant = new Set<Definition | undefined>()
    for (const label of labelsIn(text)) {
      meant.add(this.#links.get(keyOf(label)))
      if (label.startsWith('^')) meant.add(this.#notes.get(keyOf(label.slice(1))))
    }
    return [...meant].filter((definition) => definition !== undefined)
  }
}

/** Whether a text may refer to a definition by a label of which only its blocks tell where its lines begin. */
export function hasIntricateLabel(text: string): boolean {
  if (!ReferenceDefinitions.mayStandIn(text) || !indentedQuote.test(text)) return false
  return labelsIn(text).some((label) =>
    Array.from(label.matchAll(lineStart)).some(([start]) => indentedQuote.test(start)),
  )
}

/** Behind such an indent a `>` may be the mark of a quote in a list, or text. */
const indentedQuote = /(?: {4}|\t {0,3})>/

const lineStart = /[\r\n][ \t>]*/g

/** A definition made anew, and where it stands. */
interface Definition {
  readonly line: string
  readonly place: object
}

/** What stands between brackets without brackets in it but escaped ones. */
function labelsIn(text: string): readonly string[] {
  const labels: string[] = []
  let open = -1
  for (const {0: token, index} of text.matchAll(/\\[\s\S]|[[\]]/g)) {
    if (token === ']' && open !== -1) labels.push(text.slice(open, index))
    if (token === '[' || token === ']') open = token === '[' ? index + 1 : -1
  }
  return labels
}

/** Marks of quotes before a further line are no part of a label: <https://spec.commonmark.org/0.31.2/#matches>. */
function keyOf(label: string): string {
  const line = label.replace(lineStart, ' ').replace(/[ \t]+/g, ' ')
  const trimmed = line.replace(/^ | $/g, '').replaceAll('\0', '\uFFFD')
  return trimmed.toLowerCase().toUpperCase().toLowerCase()
}
