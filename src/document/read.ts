import {LineIndex} from '../text/lines.ts'
import {mayAddress, readComments} from './comments.ts'
import {type FrontMatter, readFrontMatter} from './front-matter.ts'
import {hasIntricateLabel} from './lines/definitions.ts'
import {readByLines} from './lines/read.ts'
import type {MarkdownDocument} from './model.ts'
import {parseMarkdown} from './parse.ts'
import {SectionWriter} from './sections.ts'
import {SourceLines} from './source-lines.ts'
import type {SourceMap} from './source-map.ts'
import {firstTitle, frontMatterTitle} from './title.ts'
import {writeTree} from './tree.ts'

export interface ReadDocumentOptions {
  /** Whether the parser reads all of the text, which gives the same and takes longer. */
  readonly whole?: boolean
}

/** Reads a Markdown text into sections of headings, tables and paragraphs, each with its range. */
export function readDocument(
  source: string,
  path: string,
  {whole = false}: ReadDocumentOptions = {},
): MarkdownDocument {
  const shift = source.startsWith('\uFEFF') ? 1 : 0
  const map: SourceMap = {source, lines: new LineIndex(source), shift}
  const lines = new SourceLines(source, map.lines, shift)
  const matter = readFrontMatter(lines)
  const writer = new SectionWriter()
  if (matter) writer.writeBlock({type: 'other', kind: 'other', range: matter.range, container: 0})
  const comments =
    whole || hasIntricateLabel(source)
      ? readWhole(map, matter, writer)
      : readByLines(map, lines, matter, writer)
  const {sections} = writer
  const title = (matter && frontMatterTitle(matter.text)) ?? firstTitle(sections)
  return {path, source, lines: map.lines, title, sections, comments}
}

/** Reads all of a text through its tree. */
function readWhole(
  map: SourceMap,
  matter: FrontMatter | undefined,
  writer: SectionWriter,
): MarkdownDocument['comments'] {
  const start = matter?.range.end ?? 0
  const tree = parseMarkdown(map.source.slice(start))
  const shift = start === 0 ? map.shift : start
  writeTree(tree, {...map, shift}, writer)
  return mayAddress(map.source) ? readComments(tree, {source: map.source, shift}) : []
}
