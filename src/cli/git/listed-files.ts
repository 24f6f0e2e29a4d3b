import {type Repository, runIn} from './repository.ts'

/** The ids of files' contents by their paths from the top of the repository. Links and submodules are no files. */
export type Files = ReadonlyMap<string, string>

/** The files of a commit. */
export function filesOf(commit: string, repository: Repository): Files {
  const files = new Map<string, string>()
  for (const entry of entriesOf(runIn(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]))) {
    const [, mode = '', , id = '', path = ''] = /^(\d+) (\w+) (\w+)\t(.*)$/s.exec(entry) ?? []
    if (isFile(mode)) files.set(path, id)
  }
  return files
}

/** What is staged, and the paths of which several versions are, as a merge has conflicts in them. */
export interface StagedFiles {
  readonly files: Files
  readonly conflicts: ReadonlySet<string>
}

export function stagedFiles(repository: Repository): StagedFiles {
  const files = new Map<string, string>()
  const conflicts = new Set<string>()
  for (const entry of entriesOf(runIn(repository, ['ls-files', '-z', '--stage', '--full-name']))) {
    const [, mode = '', id = '', stage = '', path = ''] = /^(\d+) (\w+) (\d)\t(.*)$/s.exec(entry) ?? []
    if (stage !== '0') conflicts.add(path)
    else if (isFile(mode)) files.set(path, id)
  }
  return {files, conflicts}
}

/** What a sparse checkout leaves out of the work tree, among other files that git is told not to look at there. */
export function skippedFiles(repository: Repository): ReadonlySet<string> {
  const entries = entriesOf(runIn(repository, ['ls-files', '-z', '-t', '--full-name']))
  return new Set(entries.filter((entry) => entry.startsWith('S ')).map((entry) => entry.slice(2)))
}

/** The old paths of files that are staged under new ones, edited or not, as against a commit. */
export function renamesSince(commit: string, repository: Repository): ReadonlyMap<string, string> {
  const names = entriesOf(runIn(repository, ['diff-index', ...findRenames, commit, '--']))
  const renames = new Map<string, string>()
  // A line that says what kind of change it is, then both paths.
  for (let at = 0; at + 2 < names.length; at += 3) renames.set(names[at + 2] ?? '', names[at + 1] ?? '')
  return renames
}

/** Whatever the settings of the user say. With `--cached` git reads no file of the work tree, and so runs no filter on one. */
const findRenames = [
  '--cached',
  '--raw',
  '-z',
  '--find-renames=50%',
  '-l1000',
  '--diff-filter=R',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
]

function isFile(mode: string): boolean {
  return mode.startsWith('100')
}

function entriesOf(output: Buffer): readonly string[] {
  return output.toString('utf8').split('\0').slice(0, -1)
}
