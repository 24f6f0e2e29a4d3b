import type {MarkdownDocument} from '../document/model.ts'
import type {Finding} from '../finding.ts'
import {Coverage} from './coverage.ts'
import {Judge, type RuleNames} from './judge.ts'
import type {Directive, DirectiveProblem, Target} from './model.ts'
import {parseDirective} from './parse.ts'
import {partingDirectives} from './parted-tables.ts'

/** Leaves out what the directives of a document silence, and tells what is wrong with them. */
export class Silence {
  readonly #document: MarkdownDocument
  readonly #directives: readonly Directive[]
  readonly #coverage: Coverage
  readonly #used = new Set<Target>()

  constructor(document: MarkdownDocument) {
    this.#document = document
    this.#directives = document.comments.map((comment) => parseDirective(comment, document.source))
    this.#coverage = new Coverage(this.#directives, document)
  }

  /**
   * Whether a finding is to be left out. It is silenced on the line that it begins on.
   *
   * @param isByName whether a directive has to name the rule.
   */
  silences({rule, start}: Finding, isByName: boolean): boolean {
    const target = this.#coverage.targetAt(rule, start.line, isByName)
    if (target) this.#used.add(target)
    return target !== undefined
  }

  /** In the order of the document; to be asked when all findings that count have gone through {@link silences}. */
  problems(rules: RuleNames): readonly DirectiveProblem[] {
    const parting = partingDirectives(this.#directives, this.#document)
    const judge = new Judge(rules, this.#used, this.#coverage.idle, this.#document)
    return this.#directives.flatMap((directive) =>
      parting.has(directive)
        ? [{kind: 'endsTable', range: directive.comment.range} as const]
        : judge.problemsOf(directive),
    )
  }
}
