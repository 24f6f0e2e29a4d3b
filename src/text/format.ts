/**
 * Puts values in the place of `{name}`, and `{name|row|rows}` with the word that goes with the number. What
 * stands in a value is not read again.
 */
export function formatText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (placeholder, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(values, name)) return placeholder
      const value = values[name]
      return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`
    },
  )
}
