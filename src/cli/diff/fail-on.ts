import type {DatasetDiff} from '../../diff/model.ts'
import {CommandError} from '../errors.ts'
import {suggest} from '../suggest.ts'

/** What a run may fail on: the kinds of changes, and effects of changed requirements. */
const kinds = ['added', 'removed', 'renamed', 'moved', 'changed', 'reformatted'] as const

const effects = ['tightened', 'loosened'] as const

type Word = (typeof kinds)[number] | (typeof effects)[number]

/** Any difference of the data. */
const standard: readonly Word[] = ['added', 'removed', 'renamed', 'moved', 'changed']

/** The words of `--fail-on`, or a {@link CommandError}. */
export async function readFailOn(lists: readonly string[]): Promise<ReadonlySet<string>> {
  if (lists.length === 0) return new Set(standard)
  const words = lists.flatMap((list) => list.split(',')).map((word) => word.trim())
  const known: readonly string[] = [...kinds, ...effects]
  for (const word of words) if (word !== 'none' && !known.includes(word)) throw await unknown(word, known)
  if (words.includes('none') && words.length > 1) throw noneAndOthers()
  return new Set(words.filter((word) => word !== 'none'))
}

export function isFailure({changes}: DatasetDiff, words: ReadonlySet<string>): boolean {
  return changes.some((change) => words.has(change.kind) || ('effect' in change && words.has(change.effect)))
}

async function unknown(word: string, known: readonly string[]): Promise<CommandError> {
  const list = [...known, 'none'].join(', ')
  return new CommandError(
    {en: `--fail-on takes ${list}, not ${word}`, zh: `--fail-on 可取 ${list}，而不是 ${word}`},
    {todo: await suggest(word, known)},
  )
}

function noneAndOthers(): CommandError {
  return new CommandError(
    {en: '--fail-on none goes with nothing else', zh: '--fail-on none 不能与其他值同用'},
    {todo: {en: 'leave one out', zh: '请去掉其一'}},
  )
}
