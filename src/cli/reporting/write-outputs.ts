import {RunError} from '../errors.ts'
import type {Host} from '../host.ts'
import {writeChunks} from '../output.ts'
import type {Format, Output} from './outputs.ts'

/**
 * Writes each report to its place.
 *
 * @returns why some could not be written: one keeps no other from it.
 */
export async function writeOutputs<F extends Format>(
  outputs: readonly Output<F>[],
  textOf: (output: Output<F>) => Promise<string | Iterable<string>>,
  host: Host,
): Promise<readonly Error[]> {
  const problems: Error[] = []
  for (const output of outputs) {
    const text = await textOf(output)
    try {
      await writeChunks(typeof text === 'string' ? [text] : text, output.path, host)
    } catch (error) {
      if (!(error instanceof RunError)) throw error
      problems.push(error)
    }
  }
  return problems
}
