export type Values = Readonly<Record<string, string | number>>

/** A text that waits for values. */
export type Template = (values: Values) => string

/**
 * Reads a text with `{name}` for a value and `{count|row|rows}` for a number and the word that goes with it.
 * What stands in a value is not read again. The same values one after the other give one string, not many.
 */
export function compileText(text: string): Template {
  const pieces = text.split(/(\{\w+(?:\|[^|{}]*\|[^|{}]*)?\})/)
  if (pieces.length === 1) return () => text
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? piece : compilePlaceholder(piece)))
  const names = parts.flatMap((part) => (typeof part === 'string' ? [] : part.name))
  let last: {readonly values: Values; readonly result: string} | undefined
  return (values) => {
    const before = last
    if (before && names.every((name) => values[name] === before.values[name])) return before.result
    let result = ''
    for (const part of parts) result += typeof part === 'string' ? part : part.write(values)
    last = {values, result}
    return result
  }
}

function compilePlaceholder(placeholder: string): {readonly name: string; readonly write: Template} {
  const [name = '', one, many] = placeholder.slice(1, -1).split('|')
  const write = (values: Values) => {
    if (!Object.hasOwn(values, name)) return placeholder
    const value = values[name]
    return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`
  }
  return {name, write}
}
