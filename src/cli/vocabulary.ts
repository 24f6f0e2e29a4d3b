import {resolve} from 'node:path'
import {isFullDate, today} from '../vocabulary/dates.ts'
import type {VocabularyPart} from './config/vocabularies.ts'
import {CommandError} from './errors.ts'
import type {Host} from './host.ts'

/** What `--as-of` asks for. One day holds for the whole run, even where midnight falls into it. */
export function readDay(day: string | undefined): string {
  if (day === undefined) return today()
  if (isFullDate(day)) return day
  throw new CommandError({
    en: `--as-of takes a day of the calendar, such as 2026-06-01, not ${day}`,
    zh: `--as-of 须为日历上的一天，如 2026-06-01，而不是 ${day}`,
  })
}

/** The file that `--vocabulary` names, or a {@link RunError}. */
export async function readVocabulary(
  path: string | undefined,
  {cwd}: Host,
): Promise<VocabularyPart | undefined> {
  if (path === undefined) return undefined
  const {readData} = await import('./data/read-data.ts')
  const file = await readData(resolve(cwd, path), path)
  return {value: file.value, file, at: []}
}
