export type Values = Readonly<Record<string, string | number>>

/** A text that waits for values. */
export type Template = (values: Values) => string

/**
 * Reads a text with `{name}` for a value and `{count|row|rows}` for a number and the word that goes with it.
 * What stands in a value is not read again.
 */
export function compileText(text: string): Template {
  const pieces = text.split(/(\{\w+(?:\|[^|{}]*\|[^|{}]*)?\})/)
  if (pieces.length === 1) return () => text
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? piece : compilePlaceholder(piece)))
  return (values) => {
    let result = ''
    for (const part of parts) result += typeof part === 'string' ? part : part(values)
    return result
  }
}

function compilePlaceholder(placeholder: string): Template {
  const [name = '', one, many] = placeholder.slice(1, -1).split('|')
  return (values) => {
    if (!Object.hasOwn(values, name)) return placeholder
    const value = values[name]
    return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`
  }
}
