import {escapeXml} from '../text/xml.ts'

type Attributes = Readonly<Record<string, string | number>>

/** A document of XML with a line for each tag, in pieces: an element with others in it. */
export function* xmlDocument(
  name: string,
  attributes: Attributes,
  children: Iterable<Iterable<string>>,
): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  for (const line of element(name, attributes, children)) yield `${line}\n`
}

/** The lines of an element with others in it. */
export function* element(
  name: string,
  attributes: Attributes,
  children: Iterable<Iterable<string>> = [],
): Iterable<string> {
  const tag = `<${name}${write(attributes)}`
  let isOpen = false
  for (const lines of children) {
    if (!isOpen) yield `${tag}>`
    isOpen = true
    for (const line of lines) yield `  ${line}`
  }
  yield isOpen ? `</${name}>` : `${tag}/>`
}

/** The line of an element with text in it. */
export function textElement(name: string, attributes: Attributes, text: string): readonly string[] {
  return [`<${name}${write(attributes)}>${escapeXml(text)}</${name}>`]
}

function write(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
}
