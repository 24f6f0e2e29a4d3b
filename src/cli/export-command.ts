import {exportJson} from '../export/json.ts'
import {readDatasets} from '../read-dataset.ts'
import type {Invocation} from './args.ts'
import {discover} from './discover.ts'
import type {ExitStatus, Host} from './host.ts'
import {checkOutput, complain, writeReport} from './output.ts'
import {type Document, readEach} from './read.ts'

/** Writes the dataset of all documents. If one cannot be read, nothing is written: a part would pass for the whole. */
export async function run(
  {options, operands, language}: Invocation<'export'>,
  host: Host,
): Promise<ExitStatus> {
  const discovery = await discover(operands, host.cwd)
  checkOutput(options.output, discovery, host)
  const documents: Document[] = []
  const unread = await readEach(discovery.sources, host, options['stdin-filename'], (document) => {
    documents.push(document)
  })
  const problems = [...discovery.problems, ...unread]
  complain(problems, language, host)
  if (problems.length > 0) return 2
  writeReport(exporters[options.to](readDatasets(documents, {language})), options.output, host)
  return 0
}

const exporters = {json: exportJson}
