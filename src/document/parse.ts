import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** Parses GitHub Flavored Markdown with front matter into mdast. Offsets count from after a byte order mark. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source)
}
