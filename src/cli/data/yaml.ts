import {type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument} from 'yaml'
import type {DataPath} from '../../shape/problem.ts'
import {type Parsed, SyntaxFault} from './parsed.ts'

/** Reads one document of YAML 1.2. No tag makes anything but plain data, and aliases cannot multiply without bound. */
export function parseYaml(text: string): Parsed {
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'error',
    version: '1.2',
    stringKeys: true,
  })
  const [fault] = [...document.errors, ...document.warnings]
  if (fault) throw notYaml(fault.pos[0], fault.message)
  return {value: toValue(document), offsetOf: (path) => offsetOf(document, path)}
}

const mostAliases = 100

function toValue(document: Document): unknown {
  try {
    return document.toJS({maxAliasCount: mostAliases})
  } catch (error) {
    // An alias without an anchor, or too many.
    if (error instanceof ReferenceError) throw notYaml(0, error.message)
    throw error
  }
}

function notYaml(offset: number, message: string): SyntaxFault {
  return new SyntaxFault(offset, {en: `not valid YAML: ${message}`, zh: `不是有效的 YAML：${message}`})
}

function offsetOf(document: Document, path: DataPath): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const part of path) {
    const child = childOf(isAlias(node) ? node.resolve(document) : node, part)
    if (!child) break
    offset = startOf(child.place) ?? offset
    node = child.value
  }
  return offset
}

function childOf(node: unknown, part: string | number) {
  if (isSeq(node)) {
    const item = node.items[Number(part)]
    return {place: item, value: item}
  }
  const pair = isMap(node)
    ? node.items.find(({key}) => isScalar(key) && String(key.value) === part)
    : undefined
  return isPair(pair) ? {place: pair.key, value: pair.value} : undefined
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined
}
