import type {ParsedRequirement} from '../../src/requirement/grammar/parse.ts'
import type {Node} from '../../src/requirement/grammar/syntax.ts'
import type {Token} from '../../src/requirement/grammar/tokens/token.ts'
import type {Range} from '../../src/text/range.ts'

/** What every reading must keep to, whatever the text: the ways in which one does not. */
export function violations(parsed: ParsedRequirement): readonly string[] {
  return [...tokenGaps(parsed.tokens, 0, parsed.text.length), ...nesting(parsed.root), ...omissions(parsed)]
}

/** Tokens follow each other without a gap, within brackets too. */
function* tokenGaps(tokens: readonly Token[], start: number, end: number): Generator<string> {
  let at = start
  for (const token of tokens) {
    if (token.start !== at || token.end <= token.start)
      yield `token at ${token.start}–${token.end}, expected at ${at}`
    if (token.kind === 'group') yield* tokenGaps(token.inner, token.start + 1, token.end - 1)
    at = token.end
  }
  if (at !== end) yield `tokens end at ${at}, expected ${end}`
}

/** A part lies within the one that it is part of, behind the part before it. */
function* nesting(node: Node): Generator<string> {
  const parts: readonly (Range & {readonly parts: readonly Node[]})[] =
    node.kind === 'cases'
      ? node.cases.map((one) => ({...one, parts: [one.require]}))
      : 'operands' in node
        ? node.operands.map((operand) => ({...operand, parts: [operand]}))
        : []
  let last = -1
  for (const part of parts) {
    if (part.start < node.start || part.end > node.end)
      yield `${show(part)} reaches out of ${node.kind} ${show(node)}`
    if (part.start < last) yield `${show(part)} begins before ${last}, where the part before it ends`
    last = part.end
    for (const inner of part.parts) {
      if (inner.start < part.start || inner.end > part.end)
        yield `${show(inner)} reaches out of ${show(part)}`
      yield* nesting(inner)
    }
  }
  if (parts.length === 0 && !(node.kind === 'license' || node.kind === 'document'))
    yield `${node.kind} without parts`
}

function show({start, end}: Range): string {
  return `${start}–${end}`
}

/** Every word stands in a term or an applicant, or is known to say nothing; every licence is in the expression. */
function* omissions({text, tokens, names, rest, root}: ParsedRequirement): Generator<string> {
  const covered = [...coveredBy(root), ...rest]
  for (const token of leaves(tokens)) {
    if (!/^(?:text|quote|license|exact|scope|contains|equals)$/.test(token.kind)) continue
    if (token.kind === 'exact' && token.role !== 'document') continue
    if (!/[\p{L}\p{N}]/u.test(text.slice(token.start, token.end))) continue
    if (!covered.some(({start, end}) => start <= token.start && token.end <= end))
      yield `${token.kind} left out: ${text.slice(token.start, token.end)}`
  }
  const said = JSON.stringify(saidBy(text, root)).replace(/\\n|\s/g, '')
  for (const {words} of names) {
    const name = JSON.stringify(words)
      .slice(1, -1)
      .replace(/\\n|\s/g, '')
    if (!said.includes(name)) yield `licence left out: ${words}`
  }
}

function* leaves(tokens: readonly Token[]): Generator<Token> {
  for (const token of tokens) {
    if (token.kind === 'group') yield* leaves(token.inner)
    else yield token
  }
}

function coveredBy(node: Node): readonly Range[] {
  if (node.kind === 'cases') return node.cases.flatMap(({when, require}) => [when, ...coveredBy(require)])
  return 'operands' in node ? node.operands.flatMap(coveredBy) : [node]
}

function saidBy(text: string, node: Node): unknown {
  if (node.kind === 'cases') return node.cases.map(({words, require}) => [words, saidBy(text, require)])
  if ('operands' in node) return node.operands.map((operand) => saidBy(text, operand))
  const {words, condition, issuer, aliases, note} = node
  return [words, condition, issuer, aliases, note]
}
