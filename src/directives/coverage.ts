import type {MarkdownDocument} from '../document/model.ts'
import type {Directive, Target} from './model.ts'
import {nextLines} from './next-lines.ts'
import {isNamed} from './parse.ts'
import {type PlacedDirective, Spans} from './spans.ts'

/** What the directives of a document are for on each of its lines. */
export class Coverage {
  readonly #lines = new Map<number, Targets>()
  readonly #file: Targets = new Map()
  readonly #spans: Spans

  constructor(directives: readonly Directive[], document: MarkdownDocument) {
    const placed = directives.map((directive) => ({
      directive,
      line: document.lines.lineAt(directive.comment.range.start),
    }))
    this.#spans = new Spans(placed)
    const next = nextLines(directives, document)
    for (const {directive, line} of placed) {
      const target = lineOf({directive, line}, next)
      if (target !== undefined) add(this.#onLine(target), directive)
      if (isNamed(directive, 'catalint-disable-file')) add(this.#file, directive)
    }
  }

  /** What `catalint-enable` names and nothing has switched off. */
  get idle(): ReadonlySet<Target> {
    return this.#spans.idle
  }

  /** What silences a rule on a line, the narrowest first: by its name alone, or along with all rules. */
  targetAt(rule: string, line: number, isByName = false): Target | undefined {
    const here = this.#lines.get(line)
    return (
      find(here, rule, isByName) ??
      this.#spans.targetAt(rule, line, isByName) ??
      find(this.#file, rule, isByName)
    )
  }

  #onLine(line: number): Targets {
    const known = this.#lines.get(line)
    if (known) return known
    const targets: Targets = new Map()
    this.#lines.set(line, targets)
    return targets
  }
}

/** By rule; null is all rules. */
type Targets = Map<string | null, Target>

function lineOf(
  {directive, line}: PlacedDirective,
  next: ReadonlyMap<Directive, number>,
): number | undefined {
  return isNamed(directive, 'catalint-disable-line') ? line : next.get(directive)
}

/** Of several directives for one thing the first is the one that silences. */
function add(targets: Targets, directive: Directive): void {
  for (const target of directive.targets) {
    if (!targets.has(target.rule)) targets.set(target.rule, target)
  }
}

function find(targets: Targets | undefined, rule: string, isByName: boolean): Target | undefined {
  return targets?.get(rule) ?? (isByName ? undefined : targets?.get(null))
}
