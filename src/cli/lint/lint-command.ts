import {mergeRules} from '../../config/rule-settings.ts'
import {lintRead} from '../../lint-text.ts'
import {summarize} from '../../report/summary.ts'
import type {ReportedFile, Reporter} from '../../report/types.ts'
import type {Invocation} from '../args.ts'
import {wantsColor} from '../color.ts'
import {commandNames} from '../commands.ts'
import {openConfigurations} from '../config/open.ts'
import {type Discovery, discover} from '../discover.ts'
import {MissingPathError, RunError} from '../errors.ts'
import type {ExitStatus, Host} from '../host.ts'
import {checkOutput, complain, isStdout, widthOf, writeReport} from '../output.ts'
import {readEach, readStdin} from '../read.ts'
import {readRuleSettings} from '../rule-settings.ts'
import {suggest} from '../suggest.ts'
import {readDay} from '../vocabulary.ts'
import type {Baseline} from './baseline.ts'
import type {Fixing} from './fixing.ts'
import {type Finish, Linting} from './linting.ts'

type Lint = Invocation<'lint'>

export async function run(invocation: Lint, host: Host): Promise<ExitStatus> {
  const {options, operands, language} = invocation
  const flags = await readRuleSettings(options.rule)
  const asOf = readDay(options['as-of'])
  const stdinPath = options['stdin-filename']
  const configurations = await openConfigurations(options, host)
  const discovery = await discover(operands, host.cwd, {exclusions: configurations.exclusions, stdinPath})
  checkOutput(options['output-file'], discovery, host)
  const baseline = await baselineFor(invocation, discovery, host)
  const fixing = await fixingFor(invocation, host)
  const finish: Finish = fixing ? (...read) => fixing.fix(...read) : lint
  const linting = new Linting(baseline?.noting(finish) ?? finish, discovery.sources.length === 1)
  const reading = {host, stdinPath, configurations}
  const unread = await readEach(discovery.sources, reading, (document, settings) => {
    const {path} = document
    const rules = mergeRules(settings.rules, flags)
    const lintOptions = {...settings.reading, path, language, asOf, rules, ...baseline?.optionsFor(path)}
    return linting.add(document, lintOptions)
  })
  const {files} = linting
  if (discovery.isStdinLeftOut) fixing?.keep(await readStdin(host, stdinPath))
  const problems = [
    ...(await withHint(discovery.problems, invocation)),
    ...configurations.problems,
    ...unread,
    ...(fixing?.problems ?? []),
  ]
  const target = fixing?.handOver(discovery.sources) ?? host
  const text = fixing?.diff ?? (await report(files, problems.length > 0, invocation, target))
  writeReport(text, options['output-file'], target)
  complain([...discovery.notes, ...problems, ...(fixing?.notesOn(files) ?? [])], language, host)
  complain(baseline?.finish() ?? [], language, host)
  return problems.length > 0 ? 2 : verdict(files, invocation, host)
}

const lint: Finish = ({source}, read, options) => ({...lintRead(read, options), source})

/** What is known already, where that is asked for. */
async function baselineFor({options}: Lint, discovery: Discovery, host: Host): Promise<Baseline | undefined> {
  if (options.baseline === undefined && !options['update-baseline']) return undefined
  const {Baseline} = await import('./baseline.ts')
  return new Baseline(options, discovery, host)
}

/** What fixes the documents, where that is asked for. */
async function fixingFor({options}: Lint, host: Host): Promise<Fixing | undefined> {
  if (!options.fix && !options['fix-suggestions'] && !options['dry-run']) return undefined
  const {Fixing} = await import('./fixing.ts')
  return new Fixing(options, host)
}

const reporters: {readonly [F in Lint['options']['format']]: () => Promise<Reporter>} = {
  pretty: async () => (await import('../../report/pretty.ts')).pretty,
  json: async () => (await import('../../report/json.ts')).json,
  compact: async () => (await import('../../report/compact.ts')).compact,
}

async function report(
  files: readonly ReportedFile[],
  hasFailed: boolean,
  {options, language}: Lint,
  host: Host,
): Promise<string> {
  // To a person "no problems in 0 files" would be a comfort that is not due.
  if (options.format === 'pretty' && files.length === 0 && hasFailed) return ''
  const path = options['output-file']
  const write = await reporters[options.format]()
  return write(files, {
    language,
    color: isStdout(path) ? wantsColor(options.color, host.env, host.stdout) : options.color === true,
    all: options.all,
    quiet: options.quiet,
    width: widthOf(path, host),
  })
}

function verdict(files: readonly ReportedFile[], {options, language}: Lint, host: Host): ExitStatus {
  const {errors, warnings, fixed = 0} = summarize(files)
  if (options['dry-run'] && fixed > 0) return 1
  const limit = options['max-warnings']
  if (limit === undefined || warnings <= limit) return errors > 0 ? 1 : 0
  const tooMany = new RunError({
    en: `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, at most ${limit} allowed`,
    zh: `警告 ${warnings} 条，最多允许 ${limit} 条`,
  })
  complain([tooMany], language, host)
  return 1
}

/** A first operand that is neither a command nor a path may be a command misspelt. */
async function withHint(problems: readonly Error[], {named, operands}: Lint): Promise<readonly Error[]> {
  const [first, ...rest] = problems
  const path = operands[0]
  if (named || path === undefined || !(first instanceof MissingPathError) || first.path !== path) {
    return problems
  }
  const todo = await suggest(path, commandNames, {en: 'the command ', zh: '命令 '})
  return todo ? [new MissingPathError(first.what, {path, todo}), ...rest] : problems
}
