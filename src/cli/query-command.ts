import type {CategoryEntry, Dataset} from '../dataset/entries.ts'
import {type LicenseOptions, licenseIdentity, vocabularyOf} from '../qualification-reader.ts'
import {parseHeld} from '../query/held.ts'
import {countByStatus, query, unmentioned} from '../query/query.ts'
import {readDatasets} from '../read-dataset.ts'
import {nameKey} from '../text/normalize.ts'
import type {Invocation} from './args.ts'
import {wantsColor} from './color.ts'
import {openConfigurations} from './config/open.ts'
import {discover} from './discover.ts'
import {CommandError, RunError} from './errors.ts'
import type {ExitStatus, Host} from './host.ts'
import {complain, widthOf} from './output.ts'
import {readEach} from './read.ts'
import {suggest} from './suggest.ts'
import {readDay} from './vocabulary.ts'

type Query = Invocation<'query'>

export async function run(invocation: Query, host: Host): Promise<ExitStatus> {
  const {options, operands, language} = invocation
  const held = parseHeld(options.held)
  if (held.length === 0) throw nothingHeld()
  const asOf = readDay(options['as-of'])
  const stdinPath = options['stdin-filename']
  const configurations = await openConfigurations(options, host)
  const discovery = await discover(operands, host.cwd, {exclusions: configurations.exclusions, stdinPath})
  const asked: Asked[] = []
  const reading = {host, stdinPath, configurations}
  // One by one, so that a document that cannot be read hides no other.
  const unread = await readEach(discovery.sources, reading, ({path, source}, {reading: options}) => {
    const own = {...options, asOf}
    asked.push({dataset: readDatasets([{path, source}], {language, ...own}), licenses: own})
  })
  const problems = [...discovery.problems, ...configurations.problems, ...unread]
  complain([...discovery.notes, ...problems], language, host)
  if (asked.length > 0 || options.format === 'json') await answer(asked, held, invocation, host)
  return problems.length > 0 ? 2 : 0
}

/** What a document asks for, and by what its licences are compared. */
interface Asked {
  readonly dataset: Dataset
  readonly licenses: LicenseOptions
}

async function answer(
  asked: readonly Asked[],
  held: readonly string[],
  {options, language}: Query,
  host: Host,
): Promise<void> {
  const categories = asked.flatMap(({dataset}) => dataset.categories)
  const wanted = new Set(asked.length > 0 ? await select(categories, options.category) : [])
  const unknown = unknownNames(held, asked)
  const names = asked.flatMap(({dataset}) => dataset.licenses.map(({name}) => name))
  complain(await Promise.all(unknown.map((name) => unknownName(name, names))), language, host)
  const answers = asked.map(({dataset, licenses}) => {
    const own = dataset.categories.filter((category) => wanted.has(category))
    return query(own, held, licenseIdentity(licenses)).categories
  })
  const result = {held, categories: answers.flat()}
  const counts = countByStatus(result)
  if (options.format === 'json') {
    const {jsonQuery} = await import('../report/query-json.ts')
    host.stdout.write(jsonQuery(result, counts))
    return
  }
  const {prettyQuery} = await import('../report/query.ts')
  const color = wantsColor(options.color, host.env, host.stdout)
  host.stdout.write(prettyQuery(result, counts, {language, color, width: widthOf(undefined, host)}))
}

/** Those that no document asks for and no vocabulary knows. */
function unknownNames(held: readonly string[], asked: readonly Asked[]): readonly string[] {
  let unknown = asked.length > 0 ? held : []
  for (const {dataset, licenses} of asked) {
    const vocabulary = vocabularyOf(licenses.vocabulary)
    unknown = unmentioned(dataset.categories, unknown, licenseIdentity(licenses))
    unknown = unknown.filter((name) => !vocabulary.entryOf(name))
  }
  return unknown
}

/** The categories of these names, or all where none is named. */
async function select(
  categories: readonly CategoryEntry[],
  names: readonly string[],
): Promise<readonly CategoryEntry[]> {
  if (names.length === 0) return categories
  const known = categories.flatMap(({name}) => name ?? [])
  const keys = new Set(known.map(nameKey))
  for (const name of names) if (!keys.has(nameKey(name))) throw await unknownCategory(name, known)
  const wanted = new Set(names.map(nameKey))
  return categories.filter(({name}) => name !== null && wanted.has(nameKey(name)))
}

async function unknownCategory(name: string, known: readonly string[]): Promise<CommandError> {
  const what = {en: `the documents have no category ${name}`, zh: `文档中没有类目 ${name}`}
  return new CommandError(what, {todo: await suggest(name, known)})
}

/** A name that is known nowhere opens nothing: it may be misspelt. */
async function unknownName(name: string, asked: readonly string[]): Promise<RunError> {
  const what = {
    en: `no document asks for ${name}, and the vocabulary does not know it`,
    zh: `没有文档要求 ${name}，词表中也没有`,
  }
  return new RunError(what, {todo: await suggest(name, asked)})
}

function nothingHeld(): CommandError {
  return new CommandError(
    {en: '--held names no licence', zh: '--held 没有给出任何资质'},
    {
      todo: {
        en: 'name those you hold, such as --held 营业执照,ICP备案',
        zh: '请写出所持的资质，如 --held 营业执照,ICP备案',
      },
    },
  )
}
