import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import Module, {createRequire} from 'node:module'
import {basename, dirname, join} from 'node:path'
import {Script} from 'node:vm'

/** The file that all runs load which read tables. What others compile is too little to be kept for those. */
const readsTables = 'linting.cjs'

const [opening, closing] = ['(function (exports, require, module, __filename, __dirname) { ', '\n})']

type Wrapped = (
  exports: unknown,
  require: (name: string) => unknown,
  module: NodeJS.Module,
  filename: string,
  dirname: string,
) => void

/**
 * Loads files of the program as Node.js loads CommonJS, but with the code that V8 made of them in an earlier run: it is not
 * compiled again. When the process ends, the code that was missing is kept.
 */
export class KeptCode {
  readonly #directory: string
  readonly #missing = new Map<string, Script>()

  /**
   * @param directory where code is kept
   * @param build what tells this program from others; V8 knows no more of a source than its length
   */
  constructor(directory: string, build: string) {
    this.#directory = join(directory, `${build}-${process.version}-${process.arch}`)
    process.once('exit', () => this.#keep())
  }

  /** Gives what a file exports. What this requires of the files beside it is loaded in the same way. */
  load(file: string): unknown {
    const known = require.cache[file]
    if (known) return known.exports
    const module = new Module(file)
    module.filename = file
    require.cache[file] = module
    const run = this.#compile(file).runInThisContext() as Wrapped
    run.call(module.exports, module.exports, this.#requireFrom(file), module, file, dirname(file))
    module.loaded = true
    return module.exports
  }

  #requireFrom(file: string): (name: string) => unknown {
    const others = createRequire(file)
    return (name) => (name.startsWith('./') ? this.load(join(dirname(file), name)) : others(name))
  }

  #compile(file: string): Script {
    // The program is written in ASCII.
    const source = readFileSync(file, 'latin1')
    const name = basename(file)
    const cachedData = readTwice(join(this.#directory, name))
    const options = {filename: file, columnOffset: -opening.length, ...(cachedData && {cachedData})}
    const script = new Script(opening + source + closing, options)
    if (!cachedData) this.#missing.set(name, script)
    return script
  }

  /** What cannot be kept is compiled again next time. */
  #keep(): void {
    if (this.#missing.size === 0) return
    if (!Object.keys(require.cache).some((file) => basename(file) === readsTables)) return
    try {
      mkdirSync(this.#directory, {recursive: true, mode: 0o700})
      for (const [name, script] of this.#missing) {
        writeTwice(join(this.#directory, name), script.createCachedData())
      }
    } catch {}
  }
}

/** V8 does not check the code that it is handed, and wrong code ends the process or worse. So it is kept twice. */
function readTwice(path: string): Buffer | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      const code = Buffer.allocUnsafeSlow(fstatSync(file).size / 2)
      const isWhole = code.length > 0 && readSync(file, code, 0, code.length, 0) === code.length
      return isWhole && isThere(code, file, code.length) ? code : undefined
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** What a file is compared with code in. The system hands out memory slowly: for the whole code that takes longer than reading it. */
const piece = Buffer.allocUnsafeSlow(64 * 1024)

/** Whether a file has the code from some place to its end. */
function isThere(code: Buffer, file: number, start: number): boolean {
  let at = 0
  while (at < code.length) {
    const length = readSync(file, piece, 0, Math.min(piece.length, code.length - at), start + at)
    const isSame = length > 0 && piece.subarray(0, length).equals(code.subarray(at, at + length))
    if (!isSame) return false
    at += length
  }
  return true
}

function writeTwice(file: string, code: Buffer): void {
  const passing = `${file}.${process.pid}`
  writeFileSync(passing, Buffer.concat([code, code]), {mode: 0o600})
  renameSync(passing, file)
}
