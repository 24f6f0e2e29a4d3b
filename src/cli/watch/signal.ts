/** How long it must have been quiet before a change counts, in milliseconds: editors write in several steps. */
const quiet = 100

/** Tells one who waits that something changed, once for many changes in a row. */
export class Signal {
  #timer: NodeJS.Timeout | undefined
  #isRaised = false
  #tell: (() => void) | undefined

  raise(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#isRaised = true
      this.#tell?.()
    }, quiet)
  }

  /** Resolves at the next change, or at once where there was one since the last time. */
  async next(): Promise<void> {
    if (!this.#isRaised) {
      await new Promise<void>((resolve) => {
        this.#tell = resolve
      })
    }
    this.#isRaised = false
    this.#tell = undefined
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
