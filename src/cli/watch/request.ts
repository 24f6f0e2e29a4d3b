import {CommandError} from '../errors.ts'
import type {Lint} from '../lint/run-lint.ts'
import {isStdout} from '../output.ts'

/** Refuses what makes no sense together with `--watch`. */
export function checkRequest({operands, options}: Lint): void {
  const others = [
    ...(operands.includes('-') ? ['-'] : []),
    ...(options['output-file'].some((path) => !isStdout(path)) ? ['--output-file'] : []),
    ...(['staged', 'dry-run', 'update-baseline'] as const)
      .filter((name) => options[name])
      .map((name) => `--${name}`),
    ...(options.shard === undefined ? [] : ['--shard']),
  ]
  const [other] = others
  if (other === undefined) return
  throw new CommandError(
    {
      en: `--watch shows what changes in files, which does not go with ${other}`,
      zh: `--watch 显示文件变动后的结果，不能与 ${other} 同用`,
    },
    {todo: {en: 'leave out one of them', zh: '请去掉其中一个'}},
  )
}
