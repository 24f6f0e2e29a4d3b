import {resolve} from 'node:path'
import type {Localized} from '../../finding.ts'
import {identity} from '../discover.ts'
import {CommandError} from '../errors.ts'
import type {OptionValues} from '../options.ts'
import {isStdout} from '../output.ts'

export type Format = OptionValues<'lint'>['format'][number]

/** A report that was asked for. */
export interface Output<F extends Format = Format> {
  readonly format: F
  /** Where it goes; nowhere else than to standard output if nothing is said. */
  readonly path: string | undefined
}

interface Options<F extends Format> extends Pick<OptionValues<'lint'>, 'output-file'> {
  readonly format: readonly F[]
}

/** The reports that a command line asks for, or a {@link CommandError} where two of them go to one place. */
export function outputsOf<F extends Format>(
  {format: formats, 'output-file': paths}: Options<F>,
  cwd: string,
): readonly Output<F>[] {
  const outputs = formats.map((format, index) => ({format, path: paths[index]}))
  const taken = new Set<string>()
  for (const {path} of outputs) {
    const place = isStdout(path) ? '-' : identity(resolve(cwd, path))
    if (taken.has(place)) throw twoIn(path)
    taken.add(place)
  }
  return outputs
}

/** Whether one of the reports states fingerprints, which are not worked out else. */
export function stateFingerprints(outputs: readonly Output[]): boolean {
  return outputs.some(({format}) => withFingerprints.includes(format))
}

const withFingerprints: readonly Format[] = ['json', 'sarif', 'gitlab']

function twoIn(path: string | undefined): CommandError {
  return isStdout(path)
    ? new CommandError(
        {en: 'two formats go to standard output', zh: '有两种格式都输出到标准输出'},
        {todo: {en: 'give one of them an --output-file behind its --format', zh: afterFormat.zh}},
      )
    : new CommandError({en: `two formats go to ${path}`, zh: `有两种格式都写入 ${path}`}, {todo: afterFormat})
}

const afterFormat: Localized = {
  en: 'give each an --output-file of its own behind its --format',
  zh: '请在 --format 之后用 --output-file 各自指定文件',
}
