import {Worker} from 'node:worker_threads'
import {Board} from './board.ts'
import type {Task} from './digests.ts'

/** The digests of documents, as far as another thread knows them. It reads them while this one does other things. */
export class ReadAhead {
  readonly #paths: readonly string[]
  readonly #board: Board
  #indexes: ReadonlyMap<string, number> | undefined
  #next = 0

  /**
   * @param program the file that the other thread runs.
   * @param paths of documents, in the order in which they are asked for.
   * @param salt what each digest begins with.
   */
  constructor(program: string, paths: readonly string[], salt: string) {
    this.#paths = paths
    this.#board = new Board(paths.length)
    start(program, {paths, salt, memory: this.#board.memory})
  }

  /** The digest of a document, if it is known already. */
  digestOf(path: string): string | undefined {
    const index = this.#paths[this.#next] === path ? this.#next : this.#indexOf(path)
    if (index === undefined) return undefined
    this.#next = index + 1
    this.#board.moveTo(index)
    return this.#board.read(index)
  }

  /** Where they are not asked for one after the other. */
  #indexOf(path: string): number | undefined {
    this.#indexes ??= new Map(this.#paths.map((path, index) => [path, index]))
    return this.#indexes.get(path)
  }
}

/** The run does not wait for it, and goes on where it fails. */
function start(program: string, workerData: Task): void {
  try {
    const resourceLimits = {maxYoungGenerationSizeMb: 2}
    const worker = new Worker(program, {workerData, execArgv: [], resourceLimits, trackUnmanagedFds: false})
    worker.on('error', () => {})
    worker.unref()
  } catch {
    // Node.js may have been told to start no threads.
  }
}
