import type {Dataset} from '../dataset/entries.ts'
import type {CsvOptions} from '../export/csv.ts'
import type {ExportedFile} from '../export/datapackage.ts'
import {readDatasets, type Source} from '../read-dataset.ts'
import type {Invocation} from './args.ts'
import {openConfigurations} from './config/open.ts'
import {type Discovery, discover} from './discover.ts'
import {CommandError} from './errors.ts'
import type {ExitStatus, Host} from './host.ts'
import {checkOutput, complain, writeChunks} from './output.ts'
import {checkDirectory, writeDirectory} from './output-directory.ts'
import {readEach} from './read.ts'
import {readDay} from './vocabulary.ts'

type Export = Invocation<'export'>

type Format = Export['options']['to']

/** Writes the dataset of all documents. If one cannot be read, nothing is written: a part would pass for the whole. */
export async function run(invocation: Export, host: Host): Promise<ExitStatus> {
  const {options, operands, language} = invocation
  checkOptions(options)
  const asOf = readDay(options['as-of'])
  const stdinPath = options['stdin-filename']
  const configurations = await openConfigurations(options, host)
  const discovery = await discover(operands, host.cwd, {exclusions: configurations.exclusions, stdinPath})
  const write = await prepare(options, discovery, host)
  const documents: Source[] = []
  const reading = {host, stdinPath, configurations}
  const unread = await readEach(discovery.sources, reading, ({path, source}, {reading: options}) => {
    documents.push({path, source, options})
  })
  const problems = [...discovery.problems, ...configurations.problems, ...unread]
  complain([...discovery.notes, ...problems], language, host)
  if (problems.length > 0) return 2
  await write(readDatasets(documents, {language, asOf, fast: !options['no-fast']}))
  return 0
}

function checkOptions({to, bom}: Export['options']): void {
  if (!bom || to === 'csv') return
  throw new CommandError(
    {en: `--bom goes with --to csv, not with ${to}`, zh: `--bom 只用于 --to csv，不用于 ${to}`},
    {todo: {en: 'leave it out', zh: '请去掉它'}},
  )
}

type Exporter = (dataset: Dataset, options: CsvOptions) => Iterable<string>

/** What makes one text of a dataset, or several files. A run loads only what it uses. */
const exporters: {readonly [F in Format]: () => Promise<Exporter | readonly ExportedFile[]>} = {
  json: async () => (await import('../text/json-chunks.ts')).jsonChunks,
  ndjson: async () => (await import('../export/ndjson.ts')).ndjsonChunks,
  csv: async () => (await import('../export/csv.ts')).csvChunks,
  datapackage: async () => (await import('../export/datapackage.ts')).packageFiles,
  sql: async () => (await import('../export/sql.ts')).sqlChunks,
  skos: async () => (await import('../export/skos.ts')).skosChunks,
}

/** Checks where to write before anything is read. */
async function prepare(
  {to, output, bom}: Export['options'],
  discovery: Discovery,
  host: Host,
): Promise<(dataset: Dataset) => Promise<void>> {
  const exporter = await exporters[to]()
  if (typeof exporter === 'function') {
    checkOutput(output, discovery, host)
    return async (dataset) => await writeChunks(exporter(dataset, {bom}), output, host)
  }
  const names = exporter.map(({name}) => name)
  const directory = checkDirectory(output, names, discovery, host)
  return async (dataset) => {
    const files = exporter.map(({name, chunks}) => ({name, chunks: chunks(dataset)}))
    writeDirectory(directory, files, host)
  }
}
