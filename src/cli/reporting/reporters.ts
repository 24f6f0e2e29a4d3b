import type {Language} from '../../finding.ts'
import {moveReport} from '../../report/move-report.ts'
import type {Reporter, RunReport} from '../../report/types.ts'
import type {Host} from '../host.ts'
import type {machineFormats} from '../options.ts'
import {fromRepository} from './repository-paths.ts'

/** A format for programs. The one for people needs more than what these are given. */
export type MachineFormat = (typeof machineFormats)[number]

/** Writes a run down in a format for programs. */
export async function writeFormat(
  format: MachineFormat,
  report: RunReport,
  language: Language,
  host: Host,
): Promise<string | Iterable<string>> {
  const write = await loaders[format](language, host)
  const pathOf = fromRepository(format, host)
  return write(pathOf ? moveReport(report, pathOf) : report, language)
}

type Load = (language: Language, host: Host) => Promise<Reporter>

/** What writes each format: a run loads only what it uses. */
const loaders: {readonly [F in MachineFormat]: Load} = {
  json: async () => (await import('../../report/json.ts')).json,
  sarif: async (language, host) => {
    const [{sarif}, {describeTool}] = await Promise.all([
      import('../../report/sarif/log.ts'),
      import('./tool.ts'),
    ])
    return sarif(describeTool(language, host))
  },
  github: async () => (await import('../../report/github/commands.ts')).github,
  gitlab: async () => (await import('../../report/gitlab.ts')).gitlab,
  junit: async () => (await import('../../report/junit.ts')).junit,
  checkstyle: async () => (await import('../../report/checkstyle.ts')).checkstyle,
  compact: async () => (await import('../../report/compact.ts')).compact,
}
