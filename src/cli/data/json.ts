import {findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode} from 'jsonc-parser'
import type {DataPath} from '../../shape/problem.ts'
import type {Parsed} from './parsed.ts'
import {SyntaxFault} from './parsed.ts'

/** Reads JSON, in which comments and trailing commas may stand. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, {allowTrailingComma: true})
  const [error] = errors
  if (error) throw faultOf(text, error)
  if (!root) throw unexpectedAt(text, text.length)
  return {value: toValue(root), offsetOf: (path) => offsetOf(root, path)}
}

function faultOf(text: string, {error, offset, length}: ParseError): SyntaxFault {
  switch (printParseErrorCode(error)) {
    case 'UnexpectedEndOfString':
    case 'UnexpectedEndOfComment':
      return new SyntaxFault(offset, {
        en: 'not JSON: what begins here does not end',
        zh: '不是 JSON：此处开始的内容没有结束',
      })
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return new SyntaxFault(offset, {
        en: 'not JSON: a wrong escape in this text',
        zh: '不是 JSON：此文本中有错误的转义',
      })
    case 'InvalidCharacter':
      return unexpectedAt(text, offset + Math.max(0, text.slice(offset, offset + length).search(control)))
    default:
      return unexpectedAt(text, offset)
  }
}

const control = /\p{Cc}/u

function unexpectedAt(text: string, offset: number): SyntaxFault {
  const rest = text.slice(offset)
  const character = rest.codePointAt(0)
  if (rest.trim() === '' || character === undefined) {
    return new SyntaxFault(text.length, {en: 'not JSON: it ends too early', zh: '不是 JSON：内容不完整'})
  }
  const found = String.fromCodePoint(character)
  return new SyntaxFault(offset, {en: `not JSON: unexpected ${found}`, zh: `不是 JSON：不应有 ${found}`})
}

/** A key that is there twice would hide what the first one says. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return node.children?.map(toValue)
  if (node.type !== 'object') return node.value
  const entries = new Map<string, unknown>()
  for (const {children = []} of node.children ?? []) {
    const [key, value] = children
    if (!key || !value) continue
    if (entries.has(key.value)) {
      throw new SyntaxFault(key.offset, {
        en: `the key ${key.value} is there twice; keep one`,
        zh: `键 ${key.value} 出现了两次；请保留一个`,
      })
    }
    entries.set(key.value, toValue(value))
  }
  // Makes properties of its own, whatever they are called.
  return Object.fromEntries(entries)
}

function offsetOf(root: Node, path: DataPath): number {
  const node = findNodeAtLocation(root, [...path])
  if (!node) return path.length > 0 ? offsetOf(root, path.slice(0, -1)) : root.offset
  return (node.parent?.type === 'property' ? node.parent : node).offset
}
