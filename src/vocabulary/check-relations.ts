import {type DataPath, type Problem, printPath, shown} from '../shape/problem.ts'
import {nameKey} from '../text/normalize.ts'
import {claimsOf} from './knowledge.ts'
import type {VocabularyEntry} from './types.ts'
import type {Vocabulary} from './vocabulary.ts'

/** Whether each name is claimed once, and what entries say of others leads somewhere and not in a circle. */
export function* relationProblems(
  entries: readonly VocabularyEntry[],
  whole: Vocabulary,
): Generator<Problem> {
  yield* claimProblems(entries)
  yield* danglingProblems(entries, whole)
  yield* circleProblems(entries, 'successor', (entry) => found(whole, [entry.successor]))
  yield* circleProblems(entries, 'kindOf', (entry) => found(whole, entry.kindOf ?? []))
}

function* claimProblems(entries: readonly VocabularyEntry[]): Generator<Problem> {
  const claimed = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    for (const {spelling} of claimsOf(entry)) {
      const key = nameKey(spelling)
      const first = claimed.get(key)
      if (first === undefined) claimed.set(key, index)
      else yield claimedTwice(spelling, index, first)
    }
  }
}

function claimedTwice(name: string, index: number, firstIndex: number): Problem {
  const own = index === firstIndex
  const first = printPath(['licenses', firstIndex])
  return {
    path: ['licenses', index],
    message: {
      en: own
        ? `has the name “${shown(name)}” twice`
        : `has the name “${shown(name)}”, which ${first} has too`,
      zh: own ? `名称“${shown(name)}”出现了两次` : `名称“${shown(name)}”已属于 ${first}`,
    },
  }
}

function* danglingProblems(entries: readonly VocabularyEntry[], whole: Vocabulary) {
  for (const [index, {successor, kindOf = []}] of entries.entries()) {
    const path = ['licenses', index]
    if (successor && !whole.entryOf(successor.name))
      yield dangling([...path, 'successor', 'name'], successor.name)
    for (const [number, {name}] of kindOf.entries()) {
      if (!whole.entryOf(name)) yield dangling([...path, 'kindOf', number, 'name'], name)
    }
  }
}

function dangling(path: DataPath, name: string): Problem {
  return {
    path,
    message: {
      en: `names “${shown(name)}”, which no entry has: add one for it`,
      zh: `所指的“${shown(name)}”没有条目：请为其添加条目`,
    },
  }
}

function found(whole: Vocabulary, named: readonly ({readonly name: string} | undefined)[]) {
  return named.flatMap((each) => (each && whole.entryOf(each.name)) ?? [])
}

/** Reports each circle once, by a walk that keeps its own stack: a chain may be as long as the file. */
function* circleProblems(
  entries: readonly VocabularyEntry[],
  field: 'successor' | 'kindOf',
  next: (entry: VocabularyEntry) => readonly VocabularyEntry[],
): Generator<Problem> {
  const state = new Map<VocabularyEntry, 'open' | 'done'>()
  const indices = new Map(entries.map((entry, index) => [entry, index]))
  for (const start of entries) {
    const stack = state.has(start) ? [] : [open(start)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const entry = top.rest.next().value
      if (!entry) {
        state.set(top.entry, 'done')
        stack.pop()
      } else if (state.get(entry) === 'open') {
        const circle = stack.slice(stack.findIndex((each) => each.entry === entry)).map((each) => each.entry)
        const index = circle.map((each) => indices.get(each)).find((each) => each !== undefined) ?? 0
        yield circular(['licenses', index, field], [...circle, entry])
      } else if (!state.has(entry)) stack.push(open(entry))
    }
  }

  function open(entry: VocabularyEntry) {
    state.set(entry, 'open')
    return {entry, rest: next(entry).values()}
  }
}

function circular(path: DataPath, circle: readonly VocabularyEntry[]): Problem {
  const names = circle.map(({name}) => shown(name))
  const way = names.length > longestWay ? [...names.slice(0, longestWay - 1), '…', names.at(-1)] : names
  return {
    path,
    message: {en: `leads in a circle: ${way.join(' → ')}`, zh: `循环引用：${way.join(' → ')}`},
  }
}

const longestWay = 6
