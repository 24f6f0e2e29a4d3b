// Shows that the tools do the work that they are measured for.
import {writeDocument} from './corpora/write.mjs'
import {outputOf} from './measure/processes.mjs'
import {catalint, node, rumdl} from './tools.mjs'

const faulty = 'a\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n1 | 2\nb\n\n| loose | row |\n'

/** Fails where rumdl does not look at tables: at their pipes, their columns, the blank lines around them. */
export function checkTableRules(folder) {
  writeDocument(folder, faulty)
  const {stdout} = outputOf(rumdl(folder))
  const missing = ['MD055', 'MD056', 'MD058'].filter((rule) => !stdout.includes(rule))
  if (missing.length > 0) throw new Error(`rumdl runs without ${missing.join(', ')}`)
}

/** What a bare remark parse finds in documents. */
export function tablesIn(parse, cwd, path, heap) {
  return JSON.parse(outputOf(node('bare parse', cwd, [parse, '--count', path], heap)).stdout)
}

/** Fails where the dataset of category tables does not have each row that remark reads. */
export function checkDataset(parse, cwd, path, heap) {
  const {tables} = tablesIn(parse, cwd, path, heap)
  const expected = tables
    .filter(({header}) => header.includes('二级类目'))
    .reduce((sum, {rows, blankRows}) => sum + rows - blankRows, 0)
  const {stdout} = outputOf(catalint(cwd, 'export', '--to', 'ndjson', path))
  const actual = stdout.split('\n').length - 1
  if (actual !== expected)
    throw new Error(`${path}: ${actual} rows in the dataset, and remark reads ${expected}`)
  return expected
}
