import {resolve} from 'node:path'
import type {Rename} from '../../diff/model.ts'
import {renameProblems, renamesShape} from '../../diff/renames.ts'
import {type ComparedData, readSide} from '../../diff/side.ts'
import type {DataPath} from '../../shape/problem.ts'
import {object} from '../../shape/shapes.ts'
import {problemLines} from '../data/problem-lines.ts'
import type {DataFile} from '../data/read-data.ts'
import type {Host} from '../host.ts'

/** The renames that a file states, and what keeps them from being any. */
export interface RenamesFile {
  readonly renames: readonly Rename[]
  readonly problems: readonly Error[]
  /** What keeps them from being those of two datasets. */
  readonly check: (before: ComparedData, after: ComparedData) => Promise<readonly Error[]>
}

const fileShape = object(new Map([['renames', renamesShape]]), ['renames'])

/** Reads `--renames`: a list, or an object that has one under `renames`, since TOML knows no other. */
export async function readRenames(path: string | undefined, {cwd}: Host): Promise<RenamesFile> {
  if (path === undefined) return noRenames
  const {readData} = await import('../data/read-data.ts')
  const file = await readData(resolve(cwd, path), path)
  const isList = Array.isArray(file.value)
  const problems = [...(isList ? renamesShape : fileShape)(file.value, [])]
  if (problems.length > 0) return {...noRenames, problems: await problemLines(problems, file)}
  // The shape says so.
  const renames = (
    isList ? file.value : (file.value as {readonly renames: unknown}).renames
  ) as readonly Rename[]
  const at = isList ? [] : ['renames']
  return {
    renames,
    problems: [],
    check: async (before, after) => await mismatches(before, after, {renames, file, at}),
  }
}

const noRenames: RenamesFile = {renames: [], problems: [], check: async () => []}

interface Stated {
  readonly renames: readonly Rename[]
  readonly file: DataFile
  readonly at: DataPath
}

async function mismatches(before: ComparedData, after: ComparedData, {renames, file, at}: Stated) {
  return await problemLines([...renameProblems(readSide(before), readSide(after), renames)], file, at)
}
