// Prints how long each stage takes on one document in milliseconds, or a bare parse of it (`bare`): apart, so that the
// one’s garbage is not the other’s burden.
import {readFileSync} from 'node:fs'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {rules} from '../../rules/index.ts'
import {compileTables} from '../../src/dataset/compile.ts'
import {buildDataset} from '../../src/dataset/dataset.ts'
import {readTables} from '../../src/dataset/read.ts'
import {readDocument} from '../../src/document/read.ts'
import {activateRules, lintDocument} from '../../src/lint.ts'
import {qualificationReader} from '../../src/qualification-reader.ts'

const contracts = compileTables()
const source = readFileSync(process.argv[2], 'utf8')
const times = {}

if (process.argv[3] === 'bare') {
  stage('bare', () => unified().use(remarkParse).use(remarkGfm).parse(source))
} else {
  const markdown = stage('read', () => readDocument(source, 'bench.md'))
  const document = stage('recognise', () => readTables(markdown, qualificationReader({}), contracts))
  const findings = stage('lint', () => lintDocument(document, activateRules(rules)))
  stage('dataset', () => buildDataset([{document, findings}]))
}
process.stdout.write(JSON.stringify(times))

function stage(name, run) {
  const start = performance.now()
  const result = run()
  times[name] = performance.now() - start
  return result
}
