import {diffDatasets} from '../../diff/diff.ts'
import type {DatasetDiff} from '../../diff/model.ts'
import type {Invocation} from '../args.ts'
import {openConfigurations} from '../config/open.ts'
import {CommandError, RunError} from '../errors.ts'
import type {ExitStatus, Host} from '../host.ts'
import {checkOutput, complain, isColored, widthOf, writeReport} from '../output.ts'
import {readDay} from '../vocabulary.ts'
import {isFailure, readFailOn} from './fail-on.ts'
import {type FoundSide, type FoundSides, nothingFound} from './found.ts'
import {jointIdentity} from './identity.ts'
import {findOperand, revisionIn, type Surroundings} from './operands.ts'
import {readFound} from './read-side.ts'
import {type RenamesFile, readRenames} from './renames-file.ts'

export type Diff = Invocation<'diff'>

/** Compares two sides. If a part of one cannot be read, nothing is said: what is missing would pass for removed. */
export async function run(invocation: Diff, host: Host): Promise<ExitStatus> {
  const {options, language} = invocation
  const failOn = await readFailOn(options['fail-on'])
  const configurations = await openConfigurations(options, host)
  const renames = await readRenames(options.renames, host)
  const skipsLinks = invocation.operands.some((operand) => revisionIn(operand, host.cwd) !== undefined)
  const surroundings = {host, configurations, stdinPath: options['stdin-filename'], skipsLinks}
  const sides = await findSides(invocation, surroundings)
  const {before, after} = sides
  checkOutput(options['output-file'], {sources: [...before.sources, ...after.sources]}, host)
  const {diff, problems} = await compare(invocation, sides, renames, surroundings)
  complain([...before.notes, ...after.notes, ...problems], language, host)
  if (!diff) return 2
  writeReport(await report(diff, invocation, host), options['output-file'], host)
  return isFailure(diff, failOn) ? 1 : 0
}

async function findSides({options, operands}: Diff, surroundings: Surroundings): Promise<FoundSides> {
  if (options.base !== undefined) {
    const {findBase} = await import('./base.ts')
    return await findBase(options.base, operands, surroundings)
  }
  const [before, after, surplus] = operands
  if (before === undefined || after === undefined || surplus !== undefined) throw notTwo()
  if (before === '-' && after === '-') throw bothStdin()
  return {before: await findSide(before, surroundings), after: await findSide(after, surroundings)}
}

/** What is wrong with one side does not hide what is wrong with the other. */
async function findSide(operand: string, surroundings: Surroundings): Promise<FoundSide> {
  try {
    return await findOperand(operand, surroundings)
  } catch (error) {
    if (!(error instanceof RunError)) throw error
    return {...nothingFound, problems: [error]}
  }
}

interface Compared {
  /** Undefined where there are problems. */
  readonly diff?: DatasetDiff
  readonly problems: readonly Error[]
}

async function compare(
  {options, language}: Diff,
  {before, after}: FoundSides,
  renames: RenamesFile,
  surroundings: Surroundings,
): Promise<Compared> {
  const asOf = readDay(options['as-of'])
  // Two directories hold the same documents where their paths below them are the same.
  const fromRoot = before.root !== after.root
  const reading = {...surroundings, asOf, language, fromRoot}
  const [one, other] = [await readFound(before, reading), await readFound(after, reading)]
  const problems = [before, after, renames, surroundings.configurations, one, other].flatMap(
    (each) => each.problems,
  )
  if (problems.length > 0) return {problems}
  const mismatches = await renames.check(one.data, other.data)
  if (mismatches.length > 0) return {problems: mismatches}
  const identity = jointIdentity([...one.vocabularies, ...other.vocabularies], asOf)
  return {diff: diffDatasets(one.data, other.data, {renames: renames.renames, identity}), problems}
}

/** A run loads only what it uses. */
async function report(diff: DatasetDiff, {options, language}: Diff, host: Host): Promise<string> {
  if (options.format === 'json') return (await import('../../text/json.ts')).toJson(diff)
  if (options.format === 'markdown') {
    const {markdownDiff} = await import('../../report/dataset-diff/markdown.ts')
    return markdownDiff(diff, {language})
  }
  const path = options['output-file']
  const color = isColored(path, options.color, host)
  const {prettyDiff} = await import('../../report/dataset-diff/pretty.ts')
  return prettyDiff(diff, {language, color, width: widthOf(path, host)})
}

function notTwo(): CommandError {
  return new CommandError(
    {en: 'diff compares two things', zh: 'diff 用于比较两者'},
    {
      todo: {
        en: 'write diff OLD NEW, or diff --base REV PATH for what has changed since a revision',
        zh: '请写 diff OLD NEW，或用 diff --base REV PATH 查看某个版本以来的变化',
      },
    },
  )
}

function bothStdin(): CommandError {
  return new CommandError(
    {en: 'standard input can be one side only', zh: '标准输入只能作为一方'},
    {todo: {en: 'name a file for the other', zh: '另一方请写文件'}},
  )
}
