import {spawnSync} from 'node:child_process'
import {errorCode, RunError} from '../errors.ts'

export type GitEnvironment = Readonly<Record<string, string | undefined>>

/** What a run of git is told besides its arguments. */
interface GitInput {
  readonly cwd: string
  /** Variables to set, or to leave out. */
  readonly environment?: GitEnvironment | undefined
  /** What it reads from standard input. */
  readonly input?: string
}

/** Git said no: its own first line says why. */
export class GitError extends RunError {
  override readonly name = 'GitError'
}

/**
 * Runs git without a shell and gives what it prints, or throws a {@link RunError}. It asks no one for anything, takes
 * paths literally, speaks English, fetches nothing, and starts no program that the repository names. What a hook says in the environment
 * of the index in use holds.
 */
export function runGit(args: readonly string[], {cwd, environment, input = ''}: GitInput): Buffer {
  const {error, status, stdout, stderr} = spawnSync('git', [...settings, ...args], {
    cwd,
    input,
    env: {...process.env, ...environment, ...fixedEnvironment},
    maxBuffer: Number.POSITIVE_INFINITY,
    windowsHide: true,
  })
  if (error) throw errorCode(error) === 'ENOENT' ? missingGit(error) : error
  if (status !== 0) throw refusal(args, stderr.toString('utf8'))
  return stdout
}

const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']

/** What is not there in a partial clone stays away: who fetches it is a program that the repository may name. */
const fixedEnvironment = {
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
}

/** What to do in a partial clone. */
export const fetchFirst = {
  en: 'in a partial clone let git fetch it: git diff --stat REV, with the revision that is compared with',
  zh: '部分克隆中请让 git 获取：git diff --stat REV（REV 为所比较的版本）',
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
  if (/lazy fetching disabled|transport '\w+' not allowed|promisor remote/.test(stderr)) return notFetched()
  const why = said.replace(/^(?:fatal|error): /, '')
  return new GitError({en: `git ${args[0]} failed: ${why}`, zh: `git ${args[0]} 失败：${why}`})
}

function notFetched(): GitError {
  return new GitError(
    {
      en: 'this clone has not all that is to be compared, and catalint fetches nothing',
      zh: '此克隆缺少要比较的内容，而 catalint 不会自行获取',
    },
    {todo: fetchFirst},
  )
}
