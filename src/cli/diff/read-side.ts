import {pathBelow} from '../../config/paths.ts'
import type {CategoryEntry, DocumentEntry} from '../../dataset/entries.ts'
import type {ComparedData} from '../../diff/side.ts'
import type {Language} from '../../finding.ts'
import type {LicenseOptions} from '../../qualification-reader.ts'
import type {Configurations} from '../config/configurations.ts'
import type {Host} from '../host.ts'
import {readEach} from '../read.ts'
import type {FoundSide} from './found.ts'

interface ReadOptions {
  readonly host: Host
  readonly configurations: Configurations
  readonly stdinPath: string
  readonly asOf: string
  readonly language: Language
  /** Whether paths count from the directory that the side is. */
  readonly fromRoot: boolean
}

export interface ReadSide {
  readonly data: ComparedData
  /** What holds for its licences. */
  readonly vocabularies: readonly LicenseOptions['vocabulary'][]
  readonly problems: readonly Error[]
}

/** Reads all documents of a side into one dataset, as `export` does. */
export async function readFound(found: FoundSide, options: ReadOptions): Promise<ReadSide> {
  const {configurations, asOf, language, fromRoot} = options
  if (found.dataset) {
    const settings = await configurations.settingsFor(found.dataset.absolute)
    return {data: found.dataset.data, vocabularies: [settings?.reading.vocabulary], problems: []}
  }
  const documents: DocumentEntry[] = []
  const categories: CategoryEntry[] = []
  const vocabularies = new Set<LicenseOptions['vocabulary']>()
  const [{readText}, {buildDataset}] = await Promise.all([
    import('../../lint-text.ts'),
    import('../../dataset/dataset.ts'),
  ])
  const problems = await readEach(found.sources, options, ({source, path}, {reading}) => {
    const name = fromRoot && found.root !== undefined ? below(found.root, path) : path
    const {document} = readText(source, {...reading, path: name, asOf, language})
    // What the rules find is no part of what is compared.
    const dataset = buildDataset([{document, findings: []}])
    documents.push(...dataset.documents)
    categories.push(...dataset.categories)
    vocabularies.add(reading.vocabulary)
  })
  return {data: {documents, categories}, vocabularies: [...vocabularies], problems}
}

function below(root: string, path: string): string {
  return pathBelow(root, path) ?? path
}
