import {CommandError} from '../../errors.ts'
import type {Lint} from '../run-lint.ts'

/** Refuses what makes no sense together with `--changed` or `--staged`. */
export function checkRequest({options, operands}: Lint): void {
  if (options['update-baseline']) throw recordsAll(options.staged ? '--staged' : '--changed')
  if (!options.staged) return
  if (operands.includes('-')) throw noInput()
  if (options['dry-run']) throw readsIndex('--dry-run')
  if (options['fix-suggestions']) throw readsIndex('--fix-suggestions')
  if (options.fix) throw readsIndex('--fix')
}

function recordsAll(option: string): CommandError {
  return new CommandError(
    {
      en: `--update-baseline records all findings, ${option} looks at some`,
      zh: `--update-baseline 记录全部结果，${option} 只看一部分`,
    },
    {todo: leaveOut},
  )
}

const leaveOut = {en: 'leave out one of them', zh: '请去掉其中一个'}

function noInput(): CommandError {
  return new CommandError(
    {
      en: '--staged reads what git has staged, not standard input',
      zh: '--staged 读取 git 暂存的内容，而不是标准输入',
    },
    {todo: {en: 'name files, or use --changed', zh: '请指定文件，或改用 --changed'}},
  )
}

function readsIndex(option: string): CommandError {
  return new CommandError(
    {
      en: `${option} is for the files of the work tree, --staged reads what is staged`,
      zh: `${option} 针对工作区的文件，--staged 读取暂存的内容`,
    },
    {
      todo: {
        en: `use ${option} with --changed, then stage the files again`,
        zh: `请将 ${option} 与 --changed 同用，再重新暂存文件`,
      },
    },
  )
}
