import type {MarkdownDocument} from '../document/model.ts'
import {nearest} from '../text/nearest.ts'
import {type Directive, type DirectiveProblem, directiveNames, type Target} from './model.ts'
import {isNamed} from './parse.ts'
import {removalOf} from './removal.ts'

/** The ids of the rules there are, and of those whose findings can be silenced in this run. */
export interface RuleNames {
  readonly known: readonly string[]
  readonly run: readonly string[]
  /** Whether no rule is off. */
  readonly isComplete: boolean
}

/** Tells which directives, or names in them, do nothing. */
export class Judge {
  readonly #known: ReadonlySet<string>
  readonly #run: ReadonlySet<string>
  readonly #isComplete: boolean
  readonly #used: ReadonlySet<Target>
  readonly #unopened: ReadonlySet<Target>
  readonly #document: MarkdownDocument
  /** Looked for once for each name, however often it is written. */
  readonly #nearest = new Map<string, string | undefined>()

  /**
   * @param used what has silenced a finding.
   * @param unopened what `catalint-enable` names and nothing has switched off.
   */
  constructor(
    {known, run, isComplete}: RuleNames,
    used: ReadonlySet<Target>,
    unopened: ReadonlySet<Target>,
    document: MarkdownDocument,
  ) {
    this.#known = new Set(known)
    this.#run = new Set(run)
    this.#isComplete = isComplete
    this.#used = used
    this.#unopened = unopened
    this.#document = document
  }

  problemsOf(directive: Directive): readonly DirectiveProblem[] {
    const {name, written, targets} = directive
    if (!name) return [this.#unknown('unknownDirective', written.text, written, directiveNames)]
    if (targets.every((target) => this.#isIdle(directive, target))) return [this.#wholly(directive)]
    return targets.flatMap((target): readonly DirectiveProblem[] => {
      const {rule, range} = target
      if (rule === null) return []
      if (!this.#known.has(rule)) return [this.#unknown('unknownRule', rule, range, [...this.#known])]
      if (!this.#isIdle(directive, target)) return []
      return [{kind: name === 'catalint-enable' ? 'unopened' : 'unusedName', name: rule, range}]
    })
  }

  /** Whether it does nothing, and not because a rule is off. */
  #isIdle(directive: Directive, target: Target): boolean {
    const {rule} = target
    if (rule !== null && !this.#known.has(rule)) return false
    if (isNamed(directive, 'catalint-enable')) return this.#unopened.has(target)
    const couldBeUsed = rule === null ? this.#isComplete : this.#run.has(rule)
    return couldBeUsed && !this.#used.has(target)
  }

  #wholly({comment, written, name}: Directive): DirectiveProblem {
    const removal = removalOf(comment, this.#document)
    const place = {range: comment.range, ...(removal ? {removal} : {})}
    return name === 'catalint-enable'
      ? {kind: 'unopened', name: written.text, ...place}
      : {kind: 'unused', ...place}
  }

  #unknown(
    kind: 'unknownDirective' | 'unknownRule',
    name: string,
    {start, end}: Target['range'],
    candidates: readonly string[],
  ): DirectiveProblem {
    const asked = `${kind} ${name}`
    if (!this.#nearest.has(asked)) this.#nearest.set(asked, nearest(name, candidates))
    return {kind, name, range: {start, end}, nearest: this.#nearest.get(asked)}
  }
}
