import {readFileSync} from 'node:fs'
import {XmlDocument, type XmlElement, XsdValidator} from 'libxml2-wasm'

/** An element as a reader of XML takes it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  /** The text in it and in what it holds. */
  readonly text: string
}

/** Reads XML that is of a schema, and throws where it is no XML or is of another. */
export function readXml(text: string, schema: 'junit' | 'checkstyle'): Element {
  const xsd = XmlDocument.fromBuffer(readFileSync(new URL(`schemas/${schema}.xsd`, import.meta.url)))
  const validator = XsdValidator.fromDoc(xsd)
  const document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
    return toElement(document.root)
  } finally {
    document.dispose()
    validator.dispose()
    xsd.dispose()
  }
}

function toElement(element: XmlElement): Element {
  const children: Element[] = []
  for (let node = element.firstChild; node; node = node.next) {
    if ('attrs' in node) children.push(toElement(node as XmlElement))
  }
  const attributes = Object.fromEntries(element.attrs.map(({name, content}) => [name, content]))
  return {name: element.name, attributes, children, text: element.content}
}
