import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {lintText, readDataset} from '../../src/index.ts'
import {expectValid} from '../dataset/validator.ts'
import {tabsToBlanks, toCr, toCrlf, toLf, withBom, withoutProse} from '../harness/transform.ts'

/** What is wrong with a document, by rule. A rule that finds nothing has an empty list. */
type Gold = ReadonlyMap<string, readonly number[]>

/** Where a finding is right and none is right too. */
const open: Gold = new Map([
  ['no-repeated-license', [99]],
  ['no-empty-cell', [288]],
])

const fixtures = new URL('../../fixtures/documents/', import.meta.url)
/** The documents that the project was given, where they lie beside it. */
const given = new URL('../../../shared/', import.meta.url)
const documents = [
  {
    name: 'the catalogue of full size',
    document: new URL('service-categories.md', fixtures),
    gold: new URL('service-categories.findings.tsv', fixtures),
  },
  {
    name: 'the catalogue as it was published',
    document: new URL('corpus/service-categories/catagory.md', given),
    gold: new URL('gold/catagory.findings.tsv', given),
  },
]

for (const {name, document, gold} of documents) {
  const isThere = existsSync(gold) && existsSync(document)
  if (!isThere)
    process.stderr.write(`SKIPPED, since ${document.pathname.split('/').at(-1)} is not there: ${name}\n`)
  describe.skipIf(!isThere)(name, () => {
    if (isThere) checkCatalogue(readFileSync(document), readGold(readFileSync(gold, 'utf8')))
  })
}

function checkCatalogue(bytes: Buffer, gold: Gold): void {
  const source = bytes.toString('utf8')
  const shortened = withoutProse(source)
  const forms: Readonly<Record<string, string>> = {
    'as it is': source,
    'with CRLF': toCrlf(source),
    'with CR': toCr(source),
    'after a byte order mark': withBom(source),
    'with blanks for tabs': tabsToBlanks(source),
    'with a blank for every tab': source.replaceAll('\t', ' '),
  }

  it.each(Object.entries(forms))('has the known findings and no other %s', (_, text) => {
    expect(findingsOf(text, gold, (line) => line)).toEqual(linesOf(gold))
  })

  it('has them without its prose, on the lines that are left', () => {
    expect(shortened.lineBefore.length).toBeLessThan(toLf(source).split('\n').length)
    expect(findingsOf(shortened.source, gold, (line) => shortened.lineBefore[line] ?? 0)).toEqual(
      linesOf(gold),
    )
  })

  it.each(Object.entries(forms))('has 247 rows in 19 categories, each where it says, %s', (_, text) => {
    const {categories} = readDataset(text)
    const rows = categories.flatMap(({subcategories}) => subcategories)
    expect(categories).toHaveLength(19)
    expect(rows).toHaveLength(247)
    const lines = text.split(/\r\n|\r|\n/)
    for (const {name, line} of categories)
      expect(squeeze(lines[line - 1] ?? '')).toContain(squeeze(name ?? '?'))
    for (const {name, line, column} of rows) {
      expect(squeeze((lines[line - 1] ?? '').slice(column - 1)).startsWith(squeeze(name))).toBe(true)
    }
  })

  it('has the digest of its bytes', () => {
    const dataset = readDataset(source)
    expectValid(dataset)
    expect(dataset.documents[0]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
}

/** The lines with findings of the rules that the gold speaks of, in the original's count. */
function findingsOf(text: string, gold: Gold, lineOf: (line: number) => number): unknown {
  const {findings} = lintText(text)
  return [...gold.keys()].map((rule) => {
    const lines = findings.filter((finding) => finding.rule === rule).map(({start}) => lineOf(start.line))
    return [rule, sorted(lines).filter((line) => !open.get(rule)?.includes(line))]
  })
}

function linesOf(gold: Gold): unknown {
  return [...gold].map(([rule, lines]) => [
    rule,
    sorted(lines).filter((line) => !open.get(rule)?.includes(line)),
  ])
}

function sorted(lines: readonly number[]): readonly number[] {
  return [...new Set(lines)].sort((a, b) => a - b)
}

function readGold(tsv: string): Gold {
  const gold = new Map<string, number[]>()
  for (const row of toLf(tsv).trim().split('\n').slice(1)) {
    const [rule = '', line = ''] = row.split('\t')
    gold.set(rule, [...(gold.get(rule) ?? []), ...(line === '0' ? [] : [Number(line)])])
  }
  return gold
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}
