import {type Dirent, readdirSync, statSync} from 'node:fs'
import {join, sep} from 'node:path'
import {pathBelow} from '../config/paths.ts'
import type {Exclusions} from './exclusions.ts'
import {GitIgnore, repositoryRoot} from './gitignore.ts'

interface Walk {
  /** Absolute paths in the order of their code units. */
  readonly files: readonly string[]
  /** Those of the files that are links. */
  readonly links: ReadonlySet<string>
  /** Those that were looked into. */
  readonly directories: readonly string[]
  readonly problems: readonly {readonly path: string; readonly error: unknown}[]
}

/** Whether a file in a directory is one of its documents, by its path from there. */
export function isDocumentPath(path: string): boolean {
  return isMarkdown(path) && isOwnPath(path)
}

/** Whether a file is of the project itself: in no directory of others, and no lock of an editor. */
export function isOwnPath(path: string): boolean {
  const names = path.split(/[\\/]/)
  return !isLock(names.at(-1) ?? '') && !names.some((name) => skippedDirectories.includes(name))
}

/** Whether a file is Markdown by its name. */
export function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn?|mdwn)$/i.test(name)
}

/** Directories that hold no documents of the project itself. */
export const skippedDirectories: readonly string[] = ['node_modules', '.git']

/**
 * Finds the Markdown files below a directory that neither git nor the configuration ignores. Links to files are followed, links
 * to directories are not, so that a cycle ends.
 */
export async function walk(start: string, cwd: string, exclusions: Exclusions): Promise<Walk> {
  const files: string[] = []
  const links = new Set<string>()
  const directories: string[] = []
  const problems: {path: string; error: unknown}[] = []
  const ignored = gitIgnoreFor(start, cwd)
  const pending = [start]
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    directories.push(directory)
    const exclusion = await exclusions(directory)
    const isLeftOut = (path: string, kind: 'file' | 'directory') =>
      ignored.ignores(path, kind) || exclusion?.ignores(path, kind) === true
    // To join each name takes Node.js many times as long.
    const prefix = join(directory, sep)
    for (const entry of entriesOf(directory, problems)) {
      const path = prefix + entry.name
      if (entry.isDirectory()) {
        if (!skippedDirectories.includes(entry.name) && !isLeftOut(path, 'directory')) pending.push(path)
      } else if (
        isMarkdown(entry.name) &&
        !isLock(entry.name) &&
        !isLeftOut(path, 'file') &&
        leadsToFile(entry, path, problems)
      ) {
        files.push(path)
        if (entry.isSymbolicLink()) links.add(path)
      }
    }
  }
  return {files: files.sort(), links, directories, problems}
}

/** The ignore files that hold for a directory. Without a repository those from the working directory down do. */
export function gitIgnoreFor(directory: string, cwd: string): GitIgnore {
  const base = pathBelow(cwd, directory) === undefined ? directory : cwd
  return new GitIgnore(repositoryRoot(directory) ?? base)
}

function entriesOf(directory: string, problems: {path: string; error: unknown}[]): readonly Dirent[] {
  try {
    return readdirSync(directory, {withFileTypes: true})
  } catch (error) {
    problems.push({path: directory, error})
    return []
  }
}

/** Emacs locks a file with a link to nowhere that is called `.#` and the file's name. */
export function isLock(name: string): boolean {
  return name.startsWith('.#')
}

function leadsToFile(entry: Dirent, path: string, problems: {path: string; error: unknown}[]): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return statSync(path).isFile()
  } catch (error) {
    problems.push({path, error})
    return false
  }
}
