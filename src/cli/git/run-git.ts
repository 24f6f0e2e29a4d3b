import {spawnSync} from 'node:child_process'
import {errorCode, RunError} from '../errors.ts'

/** What a run of git is told besides its arguments. */
interface GitInput {
  readonly cwd: string
  /** What it reads from standard input. */
  readonly input?: string
}

/** Git said no: its own first line says why. */
export class GitError extends RunError {
  override readonly name = 'GitError'
}

/**
 * Runs git without a shell and gives what it prints, or throws a {@link RunError}. It asks no one for anything, takes
 * paths literally, speaks English, and starts no program that the repository names. What a hook says in the environment
 * of the index in use holds.
 */
export function runGit(args: readonly string[], {cwd, input = ''}: GitInput): Buffer {
  const {error, status, stdout, stderr} = spawnSync('git', [...settings, ...args], {
    cwd,
    input,
    env: {...process.env, ...environment},
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  })
  if (error) throw errorCode(error) === 'ENOENT' ? missingGit(error) : error
  if (status !== 0) throw refusal(args, stderr.toString('utf8'))
  return stdout
}

const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']

const environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
}

function missingGit(cause: unknown): RunError {
  return new RunError(
    {en: 'git is not to be found', zh: '找不到 git'},
    {todo: {en: 'install it, or put it on the path', zh: '请安装 git，或将其加入 PATH'}, cause},
  )
}

function refusal(args: readonly string[], stderr: string): GitError {
  const said = stderr.split('\n').find((line) => line.trim() !== '') ?? ''
  if (/not a git repository/i.test(said)) {
    return new GitError(
      {en: 'this directory is in no git repository', zh: '此目录不在 git 仓库中'},
      {todo: {en: 'run it in one', zh: '请在仓库中运行'}},
    )
  }
  const why = said.replace(/^(?:fatal|error): /, '')
  return new GitError({en: `git ${args[0]} failed: ${why}`, zh: `git ${args[0]} 失败：${why}`})
}
