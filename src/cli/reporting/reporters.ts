import type {Reporter} from '../../report/types.ts'
import type {Format} from './outputs.ts'

/** The format for people needs more than what the others are given. */
export type MachineFormat = Exclude<Format, 'pretty'>

/** What writes a format for programs: a run loads only what it uses. */
export async function reporterFor(format: MachineFormat): Promise<Reporter> {
  return await loaders[format]()
}

const loaders: {readonly [F in MachineFormat]: () => Promise<Reporter>} = {
  json: async () => (await import('../../report/json.ts')).json,
  compact: async () => (await import('../../report/compact.ts')).compact,
}
