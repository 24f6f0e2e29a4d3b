import {fstatSync, statSync, writeSync} from 'node:fs'
import {devNull} from 'node:os'
import {errorCode} from './errors.ts'
import type {Output} from './host.ts'

/** Standard output or the like as a stream, which takes its time to load. */
type OpenStream = () => Output & {readonly writeBytes: (bytes: Uint8Array) => void}

/** Whether a descriptor is a pipe, a file or the null device, and surely no terminal. */
export function isPlain(descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor)
    return !status.isCharacterDevice() || status.rdev === statSync(devNull).rdev
  } catch {
    return false
  }
}

/** What a text is encoded in, one after the other. UTF-8 has three bytes for a code unit at most. */
const shared = Buffer.allocUnsafeSlow(64 * 1024)

function encode(text: string): Buffer {
  if (text.length * 3 > shared.length) return Buffer.from(text)
  return shared.subarray(0, shared.write(text))
}

/**
 * Writes to a pipe or a file at once, as the stream for it would. Where it takes no more for now, the stream takes over.
 *
 * @param fail what to do with an error of the output, once.
 */
export function directOutput(descriptor: number, open: OpenStream, fail: (error: unknown) => void): Output {
  let stream: ReturnType<OpenStream> | undefined
  let isOpen = true
  const write = (bytes: Uint8Array) => {
    let at = 0
    try {
      while (at < bytes.length) at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error
      stream = open()
      // It writes when the next text may be encoded already.
      stream.writeBytes(Buffer.from(bytes.subarray(at)))
    }
  }
  return {
    isTTY: false,
    write(text) {
      if (stream) return stream.write(text)
      if (!isOpen) return
      try {
        write(encode(text))
      } catch (error) {
        isOpen = false
        fail(error)
      }
    },
    ready: async () => (stream?.ready ? await stream.ready() : isOpen),
  }
}
