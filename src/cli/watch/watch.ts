import {digestOf} from '../../cache/digest.ts'
import {linesShown, type Shown} from '../../report/lines-shown.ts'
import type {ReportedFile} from '../../report/types.ts'
import {type Cache, memoryCache} from '../cache/open.ts'
import {CommandError, errorText, RunError} from '../errors.ts'
import type {ExitStatus, Host} from '../host.ts'
import {reportOn} from '../lint/report-on.ts'
import {type Lint, type LintRun, runLint} from '../lint/run-lint.ts'
import {complain} from '../output.ts'
import {placesOf} from './places.ts'
import {checkRequest} from './request.ts'
import {Signal} from './signal.ts'
import {Watchers} from './watchers.ts'

/** Lints, then again whenever something changes that findings depend on, until it is interrupted. */
export async function watch(invocation: Lint, host: Host): Promise<ExitStatus> {
  checkRequest(invocation)
  const session = new Session(invocation, host)
  const signal = new Signal()
  const watchers = new Watchers(signal)
  try {
    do {
      // What changes during the run is seen too.
      session.note(watchers.follow(await placesOf(invocation, host)))
      await session.run()
    } while ((await isRead(host)) && (await isGoingOn(signal, host, session)))
  } finally {
    watchers.close()
  }
  return session.status
}

/** Whether anyone reads on, as nobody does after `catalint --watch | head`. */
async function isRead({stdout}: Host): Promise<boolean> {
  return stdout.ready ? await stdout.ready() : true
}

/** Waits for a change or the interruption. A run itself can be interrupted as ever. */
async function isGoingOn(signal: Signal, host: Host, session: Session): Promise<boolean> {
  const waiting = new AbortController()
  const end = host.interrupted(waiting.signal).then(() => false)
  session.sayWaiting()
  const change = signal.next().then(() => true)
  const result = await Promise.race([change, end])
  waiting.abort()
  return result
}

/** The runs one after the other, and what they left on the screen. */
class Session {
  readonly #invocation: Lint
  readonly #host: Host
  /** The file of `--cache` is opened by each run. */
  readonly #memory: Cache | undefined
  #shown: string | undefined
  #isFresh = false
  #notes: readonly Error[] = []
  status: ExitStatus = 0

  constructor(invocation: Lint, host: Host) {
    this.#invocation = invocation
    this.#host = host
    this.#memory = invocation.options.cache ? undefined : memoryCache(invocation.options, host)
  }

  note(notes: readonly Error[]): void {
    this.#notes = notes
  }

  async run(): Promise<void> {
    try {
      await this.#show(await runLint(this.#invocation, this.#host, this.#memory))
    } catch (error) {
      // A command line is wrong for ever, a file may be mended.
      const isLasting = !(error instanceof RunError) || error instanceof CommandError
      if (isLasting && this.#shown === undefined) throw error
      this.#showFailure(error)
    }
  }

  /** Leaves what is shown where it is the same: fixes change documents too, and are worth a look longer. */
  async #show(run: LintRun): Promise<void> {
    const {files, shown, problems, notes} = run
    const said = [...problems, ...notes, ...this.#notes].map((error) => errorText(error, 'en'))
    // One after the other: all findings of many documents would be a text of hundreds of megabytes.
    const found = files.reduce((sum, file) => digestOf(sum, contentOf(file, shown)), '')
    if (!this.#isNew(JSON.stringify([found, said]))) {
      run.conclude()
      return
    }
    this.#clear()
    this.status = await reportOn(run, this.#invocation, this.#host)
  }

  #showFailure(error: unknown): void {
    const text = errorText(error, this.#invocation.language)
    if (!this.#isNew(text)) return
    this.#clear()
    this.#host.stderr.write(text)
    this.status = 2
  }

  #isNew(state: string): boolean {
    const digest = digestOf(state)
    const isNew = digest !== this.#shown
    this.#shown = digest
    return isNew
  }

  #clear(): void {
    this.#isFresh = true
    const {stdout} = this.#host
    if (stdout.isTTY) stdout.write('\u001B[2J\u001B[H')
  }

  /** Says so below what a run has left on the screen. */
  sayWaiting(): void {
    if (!this.#isFresh) return
    this.#isFresh = false
    const waiting = new RunError({
      en: 'watching for changes, Ctrl-C ends',
      zh: '正在监视变动，按 Ctrl-C 结束',
    })
    complain([...this.#notes, waiting], this.#invocation.language, this.#host)
  }
}

/** What a report shows of a file. */
function contentOf({path, text, findings}: ReportedFile, shown: Shown): string {
  const lines = linesShown(findings, path, shown).map((line) => text.textOf(line))
  return JSON.stringify([path, text.isMarked, [...findings], lines])
}
