/** How a path may have been meant: one with backslashes may come from a script written on Windows. */
export function spellingsOf(operand: string): ReadonlySet<string> {
  return new Set([operand, operand.replaceAll('\\', '/')])
}

/** Whether an argument is a pattern. What tells exactly is loaded only where it may be one. */
export async function isGlob(operand: string): Promise<boolean> {
  return /[*?[\]{}()!]/.test(operand) && (await import('./glob.ts')).isPattern(operand)
}
