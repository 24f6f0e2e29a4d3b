// What is done to a document, stage by stage. Bundled, so that each of its functions can be counted.
import {rules as builtInRules} from '../../rules/index.ts'
import {fingerprintsIn} from '../../src/baseline/fingerprint.ts'
import {markFindings} from '../../src/baseline/mark.ts'
import {compileTables} from '../../src/dataset/compile.ts'
import {buildDataset} from '../../src/dataset/dataset.ts'
import {readTables} from '../../src/dataset/read.ts'
import {diffDatasets} from '../../src/diff/diff.ts'
import {readDocument} from '../../src/document/read.ts'
import {csvChunks} from '../../src/export/csv.ts'
import {packageFiles} from '../../src/export/datapackage.ts'
import {ndjsonChunks} from '../../src/export/ndjson.ts'
import {skosChunks} from '../../src/export/skos.ts'
import {sqlChunks} from '../../src/export/sql.ts'
import {LooseFindings} from '../../src/finding-order.ts'
import {fixText} from '../../src/fix-text.ts'
import {activateRules, lintDocument} from '../../src/lint.ts'
import {qualificationReader} from '../../src/qualification-reader.ts'
import {checkstyle} from '../../src/report/checkstyle.ts'
import {compact} from '../../src/report/compact.ts'
import {github} from '../../src/report/github/commands.ts'
import {gitlab} from '../../src/report/gitlab.ts'
import {json} from '../../src/report/json.ts'
import {junit} from '../../src/report/junit.ts'
import {pretty} from '../../src/report/pretty.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import {sarif} from '../../src/report/sarif/log.ts'
import {SourceText} from '../../src/report/source-text.ts'
import {jsonChunks} from '../../src/text/json-chunks.ts'
import {extraRules} from './extra-rules.mjs'

export {remarkCalls} from './remark-calls.mjs'

const path = 'a.md'
const rules = [...builtInRules, ...extraRules]
const known = rules.map(({id}) => id)
const active = activateRules(rules)
const contracts = compileTables()

/** Does all of it. Each stage is handed to the caller, who runs it and hands back what it gave. */
export function runStages(source, stage) {
  const markdown = stage('reading', () => readDocument(source, path))
  const document = stage('recognising', () => readTables(markdown, qualificationReader({}), contracts))
  for (const rule of active) stage(`rule ${rule.rule.id}`, () => lintDocument(document, [rule], {known}))
  const findings = stage('all rules', () => lintDocument(document, active, {known}))
  const marked = stage('fingerprints', () =>
    markFindings(findings, fingerprintsIn(markdown, path), new LooseFindings()),
  )
  const dataset = stage('dataset', () => buildDataset([{document, findings}]))
  const files = [{path, findings: marked, text: new SourceText(source)}]
  for (const [name, write] of reporters) stage(`report ${name}`, () => drain(write(files)))
  for (const [name, chunks] of exporters) stage(`export ${name}`, () => drain(chunks(dataset)))
  stage('diff', () => diffDatasets(dataset, other(dataset)))
  // Else it reads the document again, and that is all.
  const isFixable = findings.some(({fix}) => fix)
  const output = isFixable ? stage('fixing', () => fixText(source, fixOptions).output) : source
  return {markdown, findings, dataset, output}
}

const fixOptions = {path, suggestions: true, extraRules}
const options = {language: 'en', color: true, all: false, quiet: false, width: 80}
const pages = rules.map(({id, summary, level}) => ({id, summary, level, page: `# \`${id}\`\n`}))

/** What makes a text, or pieces of it, of linted files. */
const reporters = [
  ['pretty', (files) => pretty(files, options)],
  ['pretty --all', (files) => pretty(files, {...options, all: true})],
  ...Object.entries({
    json,
    sarif: sarif({version: '0.0.0', rules: pages}),
    github,
    gitlab,
    junit,
    checkstyle,
    compact,
  }).map(([name, write]) => [name, (files) => write(toRunReport(files, false), 'en')]),
]

/** What makes pieces of text of a dataset. */
const exporters = [
  ['json', jsonChunks],
  ['ndjson', ndjsonChunks],
  ['csv', (dataset) => csvChunks(dataset, {bom: false})],
  ['sql', sqlChunks],
  ['skos', skosChunks],
  ...packageFiles.map(({name, chunks}) => [`datapackage ${name}`, chunks]),
]

/** A dataset to compare with: of three rows in turn one is there no more, one is in another category, and one asks for something else. */
function other({categories, ...rest}) {
  const changed = categories.map(({subcategories, ...category}, at) => {
    const next = categories[(at + 1) % categories.length]
    const stay = subcategories.filter((_, index) => index % 3 > 0)
    const come = next.subcategories.filter((_, index) => index % 3 === 1)
    const kept = stay.filter((_, index) => index % 3 !== 1).map((row) => ({...row, requirement: null}))
    return {...category, subcategories: [...kept, ...come]}
  })
  return {...rest, categories: changed}
}

/** What is written in pieces does its work when they are asked for. */
function drain(text) {
  if (typeof text !== 'string') for (const _ of text);
}
