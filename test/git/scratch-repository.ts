import {execFileSync} from 'node:child_process'
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {workspace} from '../cli/workspace.ts'

/** A git repository of a test, removed when the test ends. */
export interface ScratchRepository {
  readonly directory: string
  /** Runs git in it and gives what it prints, trimmed. */
  git(...args: string[]): string
  /** Writes files by their paths. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void
  /** Stages all that there is and commits it; gives the commit's id. */
  commit(message?: string): string
}

export function scratchRepository(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): ScratchRepository {
  const directory = workspace(files)
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      env: {...process.env, ...gitEnvironment},
    }).trim()
  const repository: ScratchRepository = {
    directory,
    git,
    write(written) {
      for (const [path, content] of Object.entries(written)) {
        const file = join(directory, path)
        mkdirSync(dirname(file), {recursive: true})
        writeFileSync(file, content)
      }
    },
    commit(message = 'edit') {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '-m', message)
      return git('rev-parse', 'HEAD')
    },
  }
  git('init', '--quiet', '--initial-branch=main')
  return repository
}

/** What the machine's own settings say does not matter. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Author',
  GIT_AUTHOR_EMAIL: 'author@example.com',
  GIT_COMMITTER_NAME: 'Author',
  GIT_COMMITTER_EMAIL: 'author@example.com',
}
