import type {Language, Localized} from '../../finding.ts'
import {escapeLine} from '../../text/escape.ts'
import {truncate} from '../../text/width.ts'
import type {Host, Output} from '../host.ts'
import type {Lint} from './run-lint.ts'

/** Tells a person who waits how far a run is. */
export interface Progress {
  /** Says which document is being linted. */
  readonly show: (path: string) => void
  /** Takes the line away, so that something else can be written. */
  readonly clear: () => void
}

/** Nothing is shown where nobody looks, or where only errors are wanted. */
export function progressFor({options, language}: Lint, {env, stderr}: Host, total: number): Progress {
  const isSeen = stderr.isTTY && env.TERM !== 'dumb' && !env.CI && !options.quiet
  return isSeen ? new ProgressLine(stderr, language, total) : {show: () => {}, clear: () => {}}
}

const verb: Localized = {en: 'Linting', zh: '正在检查'}

/** Milliseconds: shorter runs show nothing. */
const patience = 1000
/** Milliseconds between two redrawings. */
const pause = 100

/** To the beginning of the line, and nothing to its end. */
const erase = '\r\u001B[K'

/** One line on the terminal, drawn over and over. */
export class ProgressLine implements Progress {
  readonly #output: Output
  readonly #language: Language
  readonly #total: number
  readonly #now: () => number
  #next: number
  #count = 0
  #isDrawn = false

  constructor(
    output: Output,
    language: Language,
    total: number,
    now: () => number = () => performance.now(),
  ) {
    this.#output = output
    this.#language = language
    this.#total = total
    this.#now = now
    this.#next = now() + patience
  }

  show(path: string): void {
    this.#count++
    if (this.#now() < this.#next) return
    this.#next = this.#now() + pause
    const text = `${verb[this.#language]} ${this.#count}/${this.#total} ${escapeLine(path)}`
    // A line that fills the last column would wrap on some terminals.
    this.#output.write(erase + truncate(text, (this.#output.columns ?? 80) - 1))
    this.#isDrawn = true
  }

  clear(): void {
    if (this.#isDrawn) this.#output.write(erase)
    this.#isDrawn = false
  }
}
