import {createReadStream, fstatSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {directOutput, isPlain} from './direct-output.ts'
import {errorCode, errorText} from './errors.ts'
import type {Host, Output} from './host.ts'
import {pathError} from './path-error.ts'
import {run} from './run.ts'

// The loop ends when pipes have taken all that was written. Then the process may go without taking its heap down.
process.once('beforeExit', () => process.exit())
main().then((status) => {
  // An output that broke has set it already.
  process.exitCode ??= status
})

/** Put in when the program is built. */
declare const buildId: string

async function main(): Promise<0 | 1 | 2> {
  try {
    return await run(process.argv.slice(2), createHost())
  } catch (error) {
    process.stderr.write(errorText(error, 'en'))
    return 2
  }
}

function createHost(): Host {
  return {
    cwd: currentDirectory(),
    env: process.env,
    // The bundle lies in a directory within one of the package.
    packageDirectory: dirname(dirname(__dirname)),
    readAhead: join(__dirname, 'read-ahead.cjs'),
    build: buildId,
    // Node.js takes a directory for an empty input.
    stdin: () => (fstatSync(0).isDirectory() ? createReadStream('', {fd: 0}) : process.stdin),
    interrupted,
    stdout: outputTo(1, () => process.stdout),
    stderr: outputTo(2, () => process.stderr),
  }
}

/** Without anyone waiting, an interruption ends the program. */
function interrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve)
    signal.addEventListener('abort', () => process.off('SIGINT', resolve))
  })
}

function currentDirectory(): string {
  try {
    return process.cwd()
  } catch (error) {
    // It was removed under the shell's feet.
    throw pathError('.', error)
  }
}

function outputTo(descriptor: 1 | 2, open: () => NodeJS.WriteStream): Output {
  const fail = (error: unknown) => outputFailed(descriptor, error)
  const openStream = () => streamOutput(open(), fail)
  return isPlain(descriptor) ? directOutput(descriptor, openStream, fail) : openStream()
}

function outputFailed(descriptor: 1 | 2, error: unknown): void {
  // The reader has seen enough, as in `catalint | head`.
  if (errorCode(error) === 'EPIPE') return
  process.exitCode = 2
  if (descriptor === 1) process.stderr.write(errorText(pathError('<stdout>', error), 'en'))
}

function streamOutput(stream: NodeJS.WriteStream, fail: (error: unknown) => void) {
  let isOpen = true
  stream.on('error', (error) => {
    isOpen = false
    fail(error)
  })
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    write: (text: string) => void stream.write(text),
    writeBytes: (bytes: Uint8Array) => void stream.write(bytes),
    async ready() {
      // A write that failed at once says so only after the tick.
      await new Promise((resolve) => setImmediate(resolve))
      if (isOpen && stream.writableNeedDrain) await firstOf(stream, ['drain', 'error', 'close'])
      return isOpen
    },
  }
}

async function firstOf(stream: NodeJS.WriteStream, events: readonly string[]): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = () => {
      for (const event of events) stream.off(event, done)
      resolve()
    }
    for (const event of events) stream.on(event, done)
  })
}
