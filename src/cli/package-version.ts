import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Host} from './host.ts'

export function packageVersion(host: Host): string {
  const manifest: unknown = JSON.parse(readFileSync(join(host.packageDirectory, 'package.json'), 'utf8'))
  return String((manifest as {readonly version: unknown}).version)
}
