import {join, resolve} from 'node:path'
import {isDirectory} from '../is-directory.ts'
import {upwards} from '../upwards.ts'

/**
 * Where the cache is: the file that is named, or one in the directory that is; else in the nearest `node_modules` up to
 * the top of the repository; else in the working directory.
 */
export function cacheFile(cwd: string, named: string | undefined): string {
  if (named === undefined) {
    const modules = nearestModules(cwd)
    return modules === undefined ? join(cwd, ownName) : join(modules, '.cache', 'catalint', 'findings')
  }
  const path = resolve(cwd, named)
  return /[\\/]$/.test(named) || isDirectory(path) ? join(path, ownName) : path
}

const ownName = '.catalintcache'

function nearestModules(start: string): string | undefined {
  for (const directory of upwards(start)) {
    const modules = join(directory, 'node_modules')
    if (isDirectory(modules)) return modules
  }
  return undefined
}
