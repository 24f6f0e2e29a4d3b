import {createReadStream, fstatSync} from 'node:fs'
import {dirname} from 'node:path'
import {errorCode, errorText} from './errors.ts'
import type {Output} from './host.ts'
import {pathError} from './path-error.ts'
import {run} from './run.ts'

/** The status that a broken output leaves, whatever the run comes to. */
let failure: 2 | undefined

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error) => {
    // The reader has seen enough, as in `catalint | head`.
    if (errorCode(error) === 'EPIPE') return
    failure = 2
    process.exitCode = failure
    if (stream !== process.stderr) process.stderr.write(errorText(pathError('<stdout>', error), 'en'))
  })
  return {isTTY: stream.isTTY === true, columns: stream.columns, write: (text) => void stream.write(text)}
}

const host = {
  cwd: process.cwd(),
  env: process.env,
  // The bundle lies in a directory of the package.
  packageDirectory: dirname(__dirname),
  // Node.js takes a directory for an empty input.
  stdin: () => (fstatSync(0).isDirectory() ? createReadStream('', {fd: 0}) : process.stdin),
  stdout: output(process.stdout),
  stderr: output(process.stderr),
}

// Leaving the loop by itself, and not by process.exit, lets a pipe take all that was written.
run(process.argv.slice(2), host)
  .catch((error: unknown): 2 => {
    process.stderr.write(errorText(error, 'en'))
    return 2
  })
  .then((status) => {
    process.exitCode = failure ?? status
  })
