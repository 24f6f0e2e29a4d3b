import {contractsOf} from '../../src/contracts.ts'
import type {TableDeclarations} from '../../src/dataset/declaration.ts'
import {readTables} from '../../src/dataset/read.ts'
import type {MarkdownDocument} from '../../src/document/model.ts'
import {readDocument} from '../../src/document/read.ts'
import {Prefilter} from '../../src/prefilter/prefilter.ts'
import {qualificationReader} from '../../src/qualification-reader.ts'

/** What became of texts: passed over, looked at in vain, or looked at since there is something. */
export type Verdict = 'passed over' | 'in vain' | 'needed'

const reader = qualificationReader({asOf: '2026-06-01'})

/** Compares decisions with what the whole texts hold: tables, headings, broken tables and comments are what findings come of. */
export class Tally {
  readonly counts: Record<Verdict, number> = {'passed over': 0, 'in vain': 0, needed: 0}
  /** The texts that were passed over and should not have been. */
  readonly wrong: string[] = []

  add(name: string, source: string, ...sets: readonly TableDeclarations[]): void {
    const markdown = readDocument(source, name, {whole: true})
    for (const tables of sets) {
      const held = partsOf(markdown, tables)
      const isLookedAt = prefilterOf(tables).mayConcern(source)
      this.counts[held.length > 0 ? 'needed' : isLookedAt ? 'in vain' : 'passed over']++
      if (!isLookedAt && held.length > 0)
        this.wrong.push(`${name}: ${held} in ${JSON.stringify(source.slice(0, 400))}`)
    }
  }
}

const prefilters = new WeakMap<TableDeclarations, Prefilter>()

/** What decides for all documents but the first ones, which may be told by less. */
export function prefilterOf(tables: TableDeclarations): Prefilter {
  const prefilter = prefilters.get(tables) ?? new Prefilter(contractsOf({tables}))
  prefilters.set(tables, prefilter)
  return prefilter
}

function partsOf(markdown: MarkdownDocument, declarations: TableDeclarations): readonly string[] {
  const {tables, headings, fragments} = readTables(markdown, reader, contractsOf({tables: declarations}))
  const parts = {tables, headings, fragments, comments: markdown.comments}
  return Object.entries(parts).flatMap(([name, part]) => (part.length > 0 ? [name] : []))
}
