import type {Edit, Fix} from '../../src/index.ts'

/** Puts a text in place of what stands between two offsets. */
export function edit(start: number, end: number, text = ''): Edit {
  return {start, end, text}
}

export function fix(...edits: readonly Edit[]): Fix {
  return {safe: true, edits}
}
