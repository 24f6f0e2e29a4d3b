/** A setting that names no rule, level, option or table that there is, or gives one a value that it does not take. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  /** The word that is unknown and the words that could stand in its place, for a suggestion. */
  readonly unknown: string | undefined
  readonly known: readonly string[]

  constructor(message: string, unknown?: string, known: readonly string[] = []) {
    super(message)
    this.unknown = unknown
    this.known = known
  }
}
