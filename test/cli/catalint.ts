import {run} from '../../src/cli/run.ts'
import {fakeHost, workspace} from './workspace.ts'

/** One error (a subcategory twice, with different qualifications) and one warning (a blank inside 《 》). */
export const flawed = `# 服务类目

## 一级类目：金融业

| 二级类目 | 资质 |
| --- | --- |
| 信托 | 《金融许可证 》 |
| 信托 | 《营业执照》 |
`

/** One warning. */
export const warned = flawed.replace('| 信托 | 《营业执照》 |\n', '')

export const clean = warned.replace(' 》', '》')

export type Files = Parameters<typeof workspace>[0]

/** Runs the program in a directory with these files. */
export async function catalint(
  files: Files,
  argv: readonly string[],
  options?: Parameters<typeof fakeHost>[1],
) {
  const host = fakeHost(workspace(files), options)
  const status = await run(argv, host)
  return {status, ...host.written, cwd: host.cwd}
}
