import {CommandError} from '../errors.ts'
import type {Host} from '../host.ts'
import {readVocabulary} from '../vocabulary.ts'
import {Configurations} from './configurations.ts'

interface Options {
  readonly config: string | undefined
  readonly 'no-config': boolean
  readonly vocabulary: string | undefined
}

/** The configurations of a run, as its command line asks for them. */
export async function openConfigurations(options: Options, host: Host): Promise<Configurations> {
  if (options['no-config'] && options.config !== undefined) throw bothGiven()
  const vocabulary = await readVocabulary(options.vocabulary, host)
  return new Configurations(host.cwd, {...options, vocabulary})
}

function bothGiven(): CommandError {
  return new CommandError(
    {en: '--config and --no-config exclude each other', zh: '--config 与 --no-config 不能同用'},
    {todo: {en: 'leave one out', zh: '请去掉其一'}},
  )
}
