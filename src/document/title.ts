import type {Section} from './model.ts'

/** The title that front matter states. One scalar is read, so no YAML or TOML reader is loaded for it. */
export function frontMatterTitle(matter: string): string | undefined {
  const value = /^title[ \t]*[:=](.*)$/m.exec(matter)?.[1]?.trim() ?? ''
  const quoted = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(value)?.[2]
  if (quoted !== undefined) return quoted || undefined
  // `|` and `>` begin a text of several lines, which no title needs.
  return /^[|>]/.test(value) ? undefined : value.split(' #', 1)[0]?.trim() || undefined
}

/** The first heading of depth 1. */
export function firstTitle(sections: readonly Section[]): string | null {
  const section = sections.find(({heading}) => heading?.depth === 1)
  return section?.heading?.content.text.trim() || null
}
