import {type ChildProcess, spawn} from 'node:child_process'
import {execPath} from 'node:process'
import {onTestFinished} from 'vitest'

/** Far longer than a change takes to be seen: a test that waits so long has failed. */
const patience = 20_000

/** The program while it watches, and what it has written. */
export class Watched {
  readonly #child: ChildProcess
  #text = ''
  #read = 0
  #wake: () => void = () => {}

  constructor(program: string, cwd: string, argv: readonly string[]) {
    const env = {...process.env, LC_ALL: 'C', NO_COLOR: '1'}
    this.#child = spawn(execPath, [program, '--watch', '--format=compact', ...argv], {cwd, env})
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#text += text
        this.#wake()
      })
    }
    onTestFinished(() => void this.#child.kill('SIGKILL'))
  }

  /** What it writes until it waits for the next change. */
  async screen(): Promise<string> {
    const end = 'watching for changes, Ctrl-C ends\n'
    const limit = Date.now() + patience
    for (;;) {
      const at = this.#text.indexOf(end, this.#read)
      if (at >= 0) {
        const shown = this.#text.slice(this.#read, at).replace(/catalint: $/, '')
        this.#read = at + end.length
        return shown
      }
      if (Date.now() > limit)
        throw new Error(`nothing more came than ${JSON.stringify(this.#text.slice(this.#read))}`)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  /** Presses Ctrl-C, and tells how it ended. */
  async interrupt(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => {
      this.#child.once('exit', resolve)
    })
    this.#child.kill('SIGINT')
    return await ended
  }
}
