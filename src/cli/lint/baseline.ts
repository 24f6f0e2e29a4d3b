import {existsSync} from 'node:fs'
import {basename, dirname, relative, resolve, sep} from 'node:path'
import {formatBaseline} from '../../baseline/format.ts'
import type {BaselineEntry} from '../../baseline/model.ts'
import {type CheckedPath, countStale, updateBaseline} from '../../baseline/update.ts'
import type {Finding} from '../../finding.ts'
import type {LintOptions, RuleSetting} from '../../lint.ts'
import type {ReadText} from '../../lint-read.ts'
import type {Invocation} from '../args.ts'
import {type Discovery, identity} from '../discover.ts'
import {CommandError, RunError} from '../errors.ts'
import type {Host} from '../host.ts'
import {checkOutput, writeError} from '../output.ts'
import {replaceFile} from '../replace-file.ts'
import {readBaseline} from './baseline-file.ts'
import type {Finish, LintedFile} from './linting.ts'

type Options = Invocation<'lint'>['options']

/** Where a baseline is, if no path is given. */
const defaultPath = 'catalint-baseline.json'

/** The baseline of a run: what it knows, and what the run finds. */
export class Baseline {
  readonly #path: string
  readonly #cwd: string
  readonly #absolute: string
  /** Undefined while there is no file. */
  readonly #entries: readonly BaselineEntry[] | undefined
  readonly #isUpdated: boolean
  readonly #known: ReadonlyMap<string, number>
  readonly #checked: CheckedPath[] = []

  /** Reads the file, or throws a {@link RunError} that says what is wrong with it. */
  constructor(options: Options, discovery: Discovery, host: Host) {
    this.#path = options.baseline ?? defaultPath
    this.#cwd = host.cwd
    this.#absolute = resolve(host.cwd, this.#path)
    this.#isUpdated = options['update-baseline']
    if (this.#isUpdated && options['dry-run']) throw writesAndDoesNot()
    checkOutput(this.#path, discovery, host)
    checkReports(options['output-file'], this.#absolute, host)
    this.#entries = readBaseline(this.#absolute, this.#path, this.#isUpdated)
    this.#known = new Map((this.#entries ?? []).map(({fingerprint, count}) => [fingerprint, count]))
  }

  /** What to lint a document with. */
  optionsFor(path: string): Required<Pick<LintOptions, 'baseline'>> {
    return {baseline: {path: this.#pathOf(path), known: this.#known}}
  }

  /** Takes note of what is found in each document. */
  noting(finish: Finish): Finish {
    return (document, read, options, keep) => this.#note(finish(document, read, options, keep), read, options)
  }

  /** Writes the file where that was asked for, and says what became of it. */
  finish(): readonly Error[] {
    if (this.#isUpdated) return [this.#update()]
    const stale = countStale(this.#entries ?? [], this.#checked)
    return stale > 0 ? [this.#stale(stale)] : []
  }

  /** What is being recorded is known from now on. */
  #note(file: LintedFile, read: ReadText, {baseline, rules = {}, definitions}: LintOptions): LintedFile {
    const {known, found} = file.baseline ?? {known: [], found: []}
    // Without what they refer to, references are not judged: that none is found says nothing.
    const isJudged = (rule: string) => rule !== 'unknown-reference' || read.hasTargets(definitions)
    const isRun = (rule: string) => !isOff(rules[rule]) && isJudged(rule)
    this.#checked.push({path: baseline?.path ?? file.path, found, isRun})
    if (!this.#isUpdated) return file
    const {source, findings} = file
    return {...file, source, findings: [], baseline: {known: inOrder([...known, ...findings]), found}}
  }

  /** From the baseline to a document, which is named from the working directory. */
  #pathOf(path: string): string {
    return relative(dirname(this.#absolute), resolve(this.#cwd, path)).split(sep).join('/')
  }

  #update(): RunError {
    const directory = dirname(this.#absolute)
    const exists = (path: string) => existsSync(resolve(directory, path))
    const {entries, added, removed} = updateBaseline(this.#entries ?? [], this.#checked, exists)
    try {
      if (!this.#entries || added + removed > 0) replaceFile(this.#absolute, [formatBaseline(entries)])
    } catch (error) {
      throw writeError(this.#path, error)
    }
    const total = entries.reduce((sum, {count}) => sum + count, 0)
    const what = {
      en: `${total} known ${total === 1 ? 'finding' : 'findings'} recorded, ${added} more and ${removed} fewer than before`,
      zh: `已记录 ${total} 处已知问题，比之前新增 ${added} 处、减少 ${removed} 处`,
    }
    return new RunError(what, {path: this.#path, todo: this.#entries ? undefined : mergeHint(this.#path)})
  }

  #stale(count: number): RunError {
    const what = {
      en: `${count} known ${count === 1 ? 'finding is' : 'findings are'} found no more`,
      zh: `有 ${count} 处已知问题不再出现`,
    }
    const todo = {en: 'remove what is gone with --update-baseline', zh: '请用 --update-baseline 清除'}
    return new RunError(what, {path: this.#path, todo})
  }
}

/** Refuses to write a report over the baseline. */
function checkReports(paths: Options['output-file'], baseline: string, {cwd}: Host): void {
  const path = paths.find((one) => one !== undefined && identity(resolve(cwd, one)) === identity(baseline))
  if (path === undefined) return
  throw new CommandError(
    {en: `${path} is itself the baseline of this run`, zh: `${path} 本身就是本次运行的基线文件`},
    {todo: {en: 'write to another path', zh: '请写入别的路径'}},
  )
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.start.offset - b.start.offset)
}

function isOff(setting: RuleSetting | undefined): boolean {
  return (typeof setting === 'object' ? setting[0] : setting) === 'off'
}

function mergeHint(path: string) {
  const line = `${basename(path)} merge=union`
  return {
    en: `for git to merge it without conflicts, write into .gitattributes: ${line}`,
    zh: `要让 git 合并它时不产生冲突，请在 .gitattributes 中写：${line}`,
  }
}

function writesAndDoesNot(): CommandError {
  return new CommandError(
    {en: '--update-baseline writes, --dry-run does not', zh: '--update-baseline 会写文件，--dry-run 不会'},
    {todo: {en: 'leave out one of them', zh: '请去掉其中一个'}},
  )
}
