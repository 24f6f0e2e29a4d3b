/** Several failures of one cause, a line each. */
export class Faults extends Error {
  override readonly name = 'Faults'
  readonly errors: readonly Error[]

  constructor(errors: readonly Error[]) {
    super(errors.map(({message}) => message).join('\n'))
    this.errors = errors
  }
}
