import {firstIndex} from '../text/search.ts'
import type {Directive, Target} from './model.ts'
import {isNamed} from './parse.ts'

/** Lines on which a rule, or all rules, are switched off, both ends included. */
interface Span {
  readonly from: number
  readonly to: number
  readonly target: Target
}

/** A directive and the line that it stands on. */
export interface PlacedDirective {
  readonly directive: Directive
  readonly line: number
}

/** What `catalint-disable` switches off until `catalint-enable` switches it on again. */
export class Spans {
  readonly #off = new Map<string | null, Span[]>()
  /** Where a rule is on though all are off. */
  readonly #on = new Map<string, Span[]>()
  readonly #openOff = new Map<string | null, Omit<Span, 'to'>>()
  readonly #openOn = new Map<string, Omit<Span, 'to'>>()
  /** What `catalint-enable` names and nothing has switched off. */
  readonly idle = new Set<Target>()

  /** @param directives in the order of the document. */
  constructor(directives: readonly PlacedDirective[]) {
    for (const {directive, line} of directives) {
      for (const target of directive.targets) {
        if (isNamed(directive, 'catalint-disable')) this.#switchOff(target, line)
        else if (isNamed(directive, 'catalint-enable') && !this.#switchOn(target, line)) this.idle.add(target)
      }
    }
    this.#closeAll(Number.POSITIVE_INFINITY)
  }

  /** What switches off a rule on a line by its name, or with all others. */
  targetAt(rule: string, line: number, isByName: boolean): Target | undefined {
    const named = spanAt(this.#off.get(rule), line)
    if (named || isByName) return named?.target
    return spanAt(this.#on.get(rule), line) ? undefined : spanAt(this.#off.get(null), line)?.target
  }

  #switchOff(target: Target, line: number): void {
    // All are off, but for some: from here on those are off too.
    if (target.rule === null && this.#openOn.size > 0) this.#closeAll(line - 1)
    if (!this.#openOff.has(target.rule)) this.#openOff.set(target.rule, {from: line, target})
  }

  /** Whether there was anything to switch on. */
  #switchOn(target: Target, line: number): boolean {
    const {rule} = target
    if (rule === null) {
      const wasOff = this.#openOff.size > 0
      this.#closeAll(line)
      return wasOff
    }
    const named = this.#openOff.get(rule)
    if (named) close(this.#off, rule, named, line)
    this.#openOff.delete(rule)
    const isException = this.#openOff.has(null) && !this.#openOn.has(rule)
    if (isException) this.#openOn.set(rule, {from: line + 1, target})
    return named !== undefined || isException
  }

  #closeAll(line: number): void {
    for (const [rule, span] of this.#openOff) close(this.#off, rule, span, line)
    for (const [rule, span] of this.#openOn) close(this.#on, rule, span, line)
    this.#openOff.clear()
    this.#openOn.clear()
  }
}

function close<K>(spans: Map<K, Span[]>, key: K, span: Omit<Span, 'to'>, to: number): void {
  const closed = {...span, to}
  const known = spans.get(key)
  if (known) known.push(closed)
  else spans.set(key, [closed])
}

/** Spans follow each other. */
function spanAt(spans: readonly Span[] = [], line: number): Span | undefined {
  const span = spans[firstIndex(spans.length, (index) => (spans[index]?.to ?? 0) >= line)]
  return span && span.from <= line ? span : undefined
}
