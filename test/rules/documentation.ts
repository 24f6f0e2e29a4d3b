import {readdirSync, readFileSync} from 'node:fs'
import type {RootContent} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {RuleSetting, TableDeclarations} from '../../src/index.ts'
import {decodeEscapes} from './escapes.ts'

/** The page of a rule. */
export interface Documentation {
  readonly title: string
  readonly sections: readonly DocumentationSection[]
}

interface DocumentationSection {
  readonly heading: string
  readonly examples: readonly Example[]
}

/**
 * A fenced block of Markdown. Behind `md` its fence may say `escapes`, where `\u200B` stands for a character that
 * cannot be seen, and the rule's options in JSON. A `json` block above it declares tables, as a configuration does.
 * A block `md mended` says what becomes of the one above it.
 */
export interface Example {
  readonly source: string
  /** What the rule's fixes make of it, where the block below says so. */
  readonly mended?: string
  readonly options: Readonly<Record<string, unknown>>
  readonly tables: TableDeclarations
}

const folder = new URL('../../rules/', import.meta.url)

export function documentedIds(): readonly string[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return pages.map((name) => name.slice(0, -'.md'.length)).sort()
}

export function readDocumentation(id: string): Documentation {
  const {children} = unified()
    .use(remarkParse)
    .parse(readFileSync(new URL(`${id}.md`, folder), 'utf8'))
  const sections: (DocumentationSection & {readonly examples: Example[]})[] = []
  let title = ''
  let tables: TableDeclarations = {}
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 1) title = textOf(node)
    else if (node.type === 'heading') sections.push({heading: textOf(node), examples: []})
    else if (node.type === 'code' && node.lang === 'json') tables = JSON.parse(node.value).tables
    else if (node.type === 'code' && node.lang === 'md') {
      addExample(node, tables, sections.at(-1)?.examples ?? [])
    }
  }
  return {title, sections}
}

function textOf(node: Extract<RootContent, {type: 'heading'}>): string {
  return node.children.map((child) => ('value' in child ? child.value : '')).join('')
}

function addExample(node: Code, tables: TableDeclarations, examples: Example[]): void {
  const last = examples.at(-1)
  if (node.meta !== 'mended') examples.push({...readExample(node), tables})
  else if (last) examples[examples.length - 1] = {...last, mended: `${node.value}\n`}
}

type Code = Extract<RootContent, {type: 'code'}>

function readExample({value, meta}: Code): Omit<Example, 'tables'> {
  const [, escapes, options] = /^(escapes)?\s*(\{.*\})?$/.exec(meta ?? '') ?? []
  return {
    source: `${escapes ? decodeEscapes(value) : value}\n`,
    options: options ? JSON.parse(options) : {},
  }
}

/** The setting that runs a rule at its own levels with an example's options. */
export function settingsFor(id: string, {options}: Example): Readonly<Record<string, RuleSetting>> {
  return Object.keys(options).length > 0 ? {[id]: ['warning', options]} : {}
}
