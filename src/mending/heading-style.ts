import type {CategoryHeading} from '../dataset/model.ts'
import type {MarkdownDocument} from '../document/model.ts'
import {normalizeText} from '../text/normalize.ts'
import {blankLinesFrom, prefixOf} from './line-frame.ts'
import {mostFrequent} from './most-frequent.ts'

/** How a document writes the headings of its categories. */
export interface HeadingStyle {
  /** The source before the name and after it. */
  readonly before: string
  readonly after: string
  /** As text; both are empty where headings are names alone. */
  readonly label: string
  readonly separator: string
  readonly blankAbove: number
  readonly blankBelow: number
}

/**
 * The style that most of the headings have; nothing where most have one that another name cannot be put into,
 * such as a number before the label.
 */
export function commonStyle(
  headings: readonly CategoryHeading[],
  markdown: MarkdownDocument,
): HeadingStyle | undefined {
  const styles = headings.map((heading) => readStyle(heading, markdown))
  const common = mostFrequent(styles, (style) => style && JSON.stringify([style.before, style.after]))
  if (!common) return undefined
  const known = styles.filter((style) => style !== undefined)
  return {
    ...common,
    blankAbove: mostFrequent(known, (style) => style.blankAbove)?.blankAbove ?? 1,
    blankBelow: mostFrequent(known, (style) => style.blankBelow)?.blankBelow ?? 1,
  }
}

function readStyle(heading: CategoryHeading, markdown: MarkdownDocument): HeadingStyle | undefined {
  const {block, nameRange, name} = heading
  const label = labelOf(heading)
  if (block.type !== 'heading' || name === '' || label === undefined) return undefined
  const {source, lines} = markdown
  const before = openingOf(heading, source)
  const after = source
    .slice(nameRange.end, block.range.end)
    .replace(/[ \t]*\{#[^{}]*\}/, '')
    .replace(/[ \t]+(?=[\r\n]|$)/g, '')
  // A comment speaks of its own heading.
  if (/[\r\n]/.test(before + source.slice(nameRange.start, nameRange.end)) || after.includes('<')) {
    return undefined
  }
  const first = lines.lineAt(block.range.start)
  const last = lines.lineAt(block.range.end)
  return {
    before,
    after,
    label,
    separator: heading.form?.separator ?? '',
    // The heading ends the table above it, blank line or not; an underlined one would be a row of it.
    blankAbove: Math.max(1, blankLinesFrom(markdown, first - 1, -1)),
    blankBelow: blankLinesFrom(markdown, last + 1, 1),
  }
}

/** As `category-heading` wants it: one blank after the marks, and the separator of the contract. */
function openingOf({block, nameRange, separator, form}: CategoryHeading, source: string): string {
  const {start} = block.range
  const opening =
    separator && form
      ? source.slice(start, separator.range.start) +
        form.separator +
        source.slice(separator.range.end, nameRange.start)
      : source.slice(start, nameRange.start)
  return opening.replace(/^(#+)[ \t]+/, '$1 ')
}

/** Nothing certain where more than the label stands before the name, such as a number. */
function labelOf({block, separator, form, name}: CategoryHeading): string | undefined {
  const text = block.content.text.trim()
  if (!form || !separator) return normalizeText(text) === name ? '' : undefined
  const label = text.slice(0, form.label.length)
  return label.toLowerCase() === form.label.toLowerCase() ? label : undefined
}

/** How many block quotes a heading stands in. */
export function quoteDepth(markdown: MarkdownDocument, line: number): number {
  return prefixOf(markdown, line).split('>').length - 1
}
