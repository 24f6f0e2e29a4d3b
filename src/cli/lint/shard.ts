import type {Shard} from '../../report/types.ts'
import {CommandError} from '../errors.ts'

/** Reads what `--shard` was given, such as `2/5`. */
export function readShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= count) return {index, count}
  throw new CommandError(
    {
      en: `--shard takes a part and how many there are, not ${text}`,
      zh: `--shard 须为“第几份/总份数”，而不是 ${text}`,
    },
    {todo: {en: 'write --shard=1/3 for the first of three', zh: '三份中的第一份写作 --shard=1/3'}},
  )
}

/** A shard's part of a list and the rest of it. The parts in the order of the shards are the list again. */
export function splitOff<T>(
  items: readonly T[],
  {index, count}: Shard,
): {readonly own: readonly T[]; readonly others: readonly T[]} {
  const [start = 0, end] = [index - 1, index].map((bound) => Math.floor((bound * items.length) / count))
  return {own: items.slice(start, end), others: items.toSpliced(start, (end ?? 0) - start)}
}
