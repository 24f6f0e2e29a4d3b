/** Whether braces hold alternatives, as in shells, or stand for themselves, as in `.gitignore`. */
export interface GlobOptions {
  readonly braces: boolean
}

/**
 * A glob as a regular expression, for an engine that takes linear time: `*` and `?` stay within a name, `**` as a whole
 * name stands for any number of folders, `[a-z]` and `[!a-z]` are classes.
 */
export function globSource(glob: string, {braces}: GlobOptions): string {
  let depth = 0
  const source = glob.replace(partialStars, '*').replace(token, (piece) => {
    if (braces && piece === '{') return opened()
    if (braces && piece === '}' && depth > 0) return closed()
    if (piece === ',' && depth > 0) return '|'
    return sourceOf(piece)
  })
  return `^${source}$`

  function opened(): string {
    depth++
    return '(?:'
  }

  function closed(): string {
    depth--
    return ')'
  }
}

/** Stars that are no whole name stay within one. */
const partialStars = /(?<=[^/*])\*{2,}|\*{2,}(?=[^/*])|\*{3,}/g

const token = /(?<=^|\/)\*\*\/|(?<=^|\/)\*\*$|\*|\[[!^]?\]?[^\]/]*\]|\\.|[\s\S]/gu

function sourceOf(piece: string): string {
  if (piece === '**/') return '(?:[^/]+/)*'
  if (piece === '**') return '.+'
  if (piece === '*') return '[^/]*'
  if (piece === '?') return '[^/]'
  if (piece.startsWith('[') && piece.length > 1) return classSource(piece.slice(1, -1))
  return literal(piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece)
}

function classSource(body: string): string {
  const negated = /^[!^]/.test(body)
  const characters = (negated ? body.slice(1) : body).replace(/[\\[\]^&]/g, '\\$&')
  return negated ? `[^/${characters}]` : `[${characters}]`
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
