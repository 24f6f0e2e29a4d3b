import {existsSync, readdirSync, readFileSync} from 'node:fs'

export interface Fixture {
  readonly name: string
  readonly source: string
}

const root = new URL('../../fixtures/', import.meta.url)

/** The Markdown files of a folder of fixtures and the folders in it, in the order of their names. */
function readFixtures(folder: string): readonly Fixture[] {
  const base = new URL(`${folder}/`, root)
  if (!existsSync(base)) return []
  return readdirSync(base, {recursive: true, encoding: 'utf8'})
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md') && !name.endsWith('README.md'))
    .sort()
    .map((name) => ({name: `${folder}/${name}`, source: readFileSync(new URL(name, base), 'utf8')}))
}

/** Documents as people write them: whole ones, and those that a rule was written for. */
export const documents = [...readFixtures('documents'), ...readFixtures('rules')]

/** Documents that try to break something. */
export const hostile = readFixtures('hostile')

/** Text that follows from the name alone, for seeds. */
export function hash(name: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** A short document to mix into another. Which one it is hangs on the two alone, and seldom on what others there are. */
export function partnerOf({name}: Fixture, seed: number): Fixture {
  const distance = (other: Fixture) => (hash(other.name) ^ seed) >>> 0
  const others = documents.filter((other) => other.name !== name && other.source.length < 4000)
  return others.reduce((nearest, other) => (distance(other) < distance(nearest) ? other : nearest))
}
