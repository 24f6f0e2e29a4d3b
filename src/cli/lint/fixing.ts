import {dirname} from 'node:path'
import type {Keep} from '../../changes/caused-findings.ts'
import {unifiedDiff} from '../../fix/diff/unified.ts'
import {type FixResult, fixRead} from '../../fix-text.ts'
import type {LintOptions} from '../../lint.ts'
import {lintRead, type ReadText} from '../../lint-read.ts'
import {type DiffOptions, writeDiff} from '../../report/diff.ts'
import {summarize} from '../../report/summary.ts'
import type {ReportedFile} from '../../report/types.ts'
import {escapeControls} from '../../text/escape.ts'
import type {Invocation} from '../args.ts'
import {wantsColor} from '../color.ts'
import {checkSize, heapPerFixedByte} from '../decode.ts'
import {identity, type Source} from '../discover.ts'
import {removeAbandonedDrafts} from '../draft.ts'
import {CommandError, RunError} from '../errors.ts'
import type {Host} from '../host.ts'
import {isStdout} from '../output.ts'
import type {Document} from '../read.ts'
import type {LintedFile} from './linting.ts'
import {replaceDocument} from './replace-document.ts'

type Options = Invocation<'lint'>['options']

/** Fixes the documents of a run one after the other. One that cannot be written keeps no other from being fixed. */
export class Fixing {
  readonly #options: Options
  readonly #host: Host
  readonly #diffs: string[] = []
  /** The fixed text of standard input. */
  #text: string | undefined
  readonly #cleaned = new Set<string>()
  /** Why files could not be fixed. */
  readonly problems: Error[] = []
  /** Documents whose fixes come to no end. */
  readonly #unsettled: Error[] = []

  constructor(options: Options, host: Host) {
    if (options['dry-run'] && options.format.length > 1) throw oneDiff()
    this.#options = options
    this.#host = host
  }

  /** Fixes a document and states what is left in it. */
  fix(document: Document, read: ReadText, lintOptions: LintOptions, keep?: Keep): LintedFile {
    const {path, source} = document
    const asItIs = () => ({...lintRead(read, lintOptions, keep), source})
    if (!this.#attempt(() => checkSize(Buffer.byteLength(source), path, heapPerFixedByte))) return asItIs()
    const result = fixRead(read, {...lintOptions, ...fixOptions(this.#options)}, keep)
    if (!result.complete) this.#unsettled.push(unsettled(path, result))
    if (this.#options['dry-run']) this.#compare(document, result)
    else if (!this.#attempt(() => this.#write(document, result.output))) return asItIs()
    const {findings, output, fixed, baseline, unchanged} = result
    const leftOut = {...(baseline ? {baseline} : {}), ...(unchanged ? {unchanged} : {})}
    return {path, findings, source: output, fixed, ...leftOut}
  }

  /** Hands standard input on as it is: it is no document of the run, but whoever sent it waits for it. */
  keep(text: string): void {
    if (!this.#options['dry-run']) this.#text = text
  }

  /** What takes the place of the report in a dry run. */
  get diff(): string | undefined {
    return this.#options['dry-run'] ? this.#diffs.join('') : undefined
  }

  /** Puts the fixed standard input out, if there is one, and says where the report goes then. */
  handOver(sources: readonly Source[]): Host {
    const {stdout, stderr} = this.#host
    const isAsked = this.#text !== undefined || sources.some(({kind}) => kind === 'stdin')
    if (this.#options['dry-run'] || !isAsked) return this.#host
    const text = this.#text ?? ''
    stdout.write(stdout.isTTY ? text.replace(/(?:[^\r\n]|\r(?!\n))+/g, escapeControls) : text)
    return {...this.#host, stdout: stderr}
  }

  /** What is worth saying and is no failure: in a dry run also what would be left, which the diff does not tell. */
  notesOn(files: readonly ReportedFile[]): readonly Error[] {
    return this.#options['dry-run'] ? [...this.#unsettled, forecast(files)] : this.#unsettled
  }

  #compare({path, source}: Document, {edits}: FixResult): void {
    const lines = writeDiff(unifiedDiff(path, source, edits), diffOptions(this.#options, this.#host))
    this.#diffs.push([...lines].join(''))
  }

  #write({path, source, absolute}: Document, output: string): void {
    if (absolute === undefined) this.#text = output
    if (absolute === undefined || output === source) return
    this.#clean(dirname(identity(absolute)))
    replaceDocument({path, absolute, before: source, after: output})
  }

  /** Whether it went well; else the problem is kept. */
  #attempt(action: () => void): boolean {
    try {
      action()
      return true
    } catch (error) {
      if (!(error instanceof RunError)) throw error
      this.problems.push(error)
      return false
    }
  }

  /** Looks once for what killed processes left in a directory. */
  #clean(directory: string): void {
    if (this.#cleaned.has(directory)) return
    this.#cleaned.add(directory)
    removeAbandonedDrafts(directory)
  }
}

function fixOptions({quiet, 'fix-suggestions': suggestions}: Options) {
  // What is not reported is not fixed.
  return quiet ? {suggestions, only: isError} : {suggestions}
}

function isError({level}: {readonly level: string}): boolean {
  return level === 'error'
}

/** A diff is coloured for a terminal or on request only: `git apply` takes it byte for byte. */
function diffOptions({color, 'output-file': [path]}: Options, {env, stdout}: Host): DiffOptions {
  const isTerminal = isStdout(path) && stdout.isTTY
  const isColored = color ?? (isTerminal && wantsColor(color, env, stdout))
  return {color: isColored, isShown: isTerminal || isColored}
}

function forecast(files: readonly ReportedFile[]): RunError {
  const {errors, warnings, fixed = 0} = summarize(files)
  return new RunError({
    en: `${fixed} to fix, which would leave ${count(errors, 'error')} and ${count(warnings, 'warning')}`,
    zh: `可修复 ${fixed} 处；修复后还有 ${errors} 个错误、${warnings} 个警告`,
  })
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function unsettled(path: string, {passes}: FixResult): RunError {
  const what = {
    en: `something is still to be fixed after ${passes} passes`,
    zh: `修复 ${passes} 轮之后仍有可修复的问题`,
  }
  return new RunError(what, {path, todo: {en: 'fix the rest by hand', zh: '其余请手工处理'}})
}

function oneDiff(): CommandError {
  return new CommandError(
    {en: '--dry-run prints one diff in place of the report', zh: '--dry-run 只输出一份 diff 来代替报告'},
    {todo: {en: 'give one --format, or none', zh: '请只写一个 --format，或不写'}},
  )
}
