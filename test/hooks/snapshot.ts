import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Copies what git would commit of this project into a directory. */
export function snapshot(directory: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  for (const path of listed.split('\0').filter((path) => path !== '' && existsSync(path))) {
    const copy = join(directory, path)
    mkdirSync(dirname(copy), {recursive: true})
    cpSync(path, copy)
  }
}
