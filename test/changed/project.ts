import {run} from '../../src/cli/run.ts'
import {fakeHost} from '../cli/workspace.ts'
import {type ScratchRepository, scratchRepository} from '../git/scratch-repository.ts'

type Files = Parameters<typeof scratchRepository>[0]

/** A repository in which these files are committed, and the program in it. */
export interface Project extends ScratchRepository {
  /** Runs the program, in a directory of the repository where one is named. */
  catalint(argv: readonly string[], options?: RunOptions): Promise<Outcome>
  /** What it finds, as `path:line rule`. */
  findings(...argv: readonly string[]): Promise<readonly string[]>
}

interface RunOptions {
  readonly stdin?: string
  readonly directory?: string
}

interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export function project(files: Files): Project {
  const repository = scratchRepository(files)
  repository.commit()
  const catalint = async (
    argv: readonly string[],
    {directory = repository.directory, ...options}: RunOptions = {},
  ) => {
    const host = fakeHost(directory, options)
    const status = await run(argv, host)
    return {status, ...host.written}
  }
  return {
    ...repository,
    catalint,
    async findings(...argv) {
      const {stdout, stderr} = await catalint(['--format=json', ...argv])
      if (stdout === '') throw new Error(stderr)
      return findingsIn(stdout)
    },
  }
}

/** The findings of a report in JSON. */
function findingsIn(json: string): readonly string[] {
  const {files} = JSON.parse(json) as {
    readonly files: readonly {
      readonly path: string
      readonly findings: readonly {readonly rule: string; readonly start: {readonly line: number}}[]
    }[]
  }
  return files.flatMap(({path, findings}) => findings.map(({rule, start}) => `${path}:${start.line} ${rule}`))
}

/** A document with a heading for a category and a row for each pair of a name and a qualification. */
export function catalogue(rows: readonly (readonly [name: string, qualification: string])[]): string {
  const lines = rows.map(([name, qualification]) => `| ${name} | ${qualification} |`)
  return ['## 一级类目：金融业', '', '| 二级类目 | 资质 |', '| --- | --- |', ...lines, ''].join('\n')
}

/** Names that no rule takes for each other. */
export function nameOf(index: number): string {
  return `项目${[...String(index)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`
}
