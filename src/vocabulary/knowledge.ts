import {compareDates} from './dates.ts'
import type {LicenseKnowledge, Succession, VocabularyEntry} from './types.ts'

/** An entry's hold on one of its names. */
export interface Claim {
  readonly entry: VocabularyEntry
  readonly matched: LicenseKnowledge['matched']
  /** The name as the entry writes it. */
  readonly spelling: string
}

/** A change of name that has come about. */
export interface Step {
  readonly succession: Succession
  readonly to: VocabularyEntry
  readonly verified: boolean
}

/** Whether a fact is verified: one of an entry that is not never is. */
export function isVerified(entry: VocabularyEntry, fact?: {readonly verified?: boolean}): boolean {
  return entry.verified !== false && fact?.verified !== false
}

/** The changes of name up to a day, each from the entry that the one before led to. */
export function stepsOf(
  start: VocabularyEntry,
  asOf: string,
  entryOf: (name: string) => VocabularyEntry | undefined,
): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<VocabularyEntry>()
  let entry = start
  while (!seen.has(entry)) {
    seen.add(entry)
    const {successor} = entry
    const to = successor && isReached(successor.from, asOf) ? entryOf(successor.name) : undefined
    if (!successor || !to || seen.has(to)) break
    steps.push({succession: successor, to, verified: isVerified(entry, successor)})
    entry = to
  }
  return steps
}

/** The steps up to the first that is not verified. */
export function certainSteps(steps: readonly Step[]): readonly Step[] {
  const doubtful = steps.findIndex(({verified}) => !verified)
  return doubtful < 0 ? steps : steps.slice(0, doubtful)
}

export function* claimsOf(entry: VocabularyEntry): Generator<Claim> {
  yield {entry, matched: 'name', spelling: entry.name}
  for (const spelling of entry.aliases ?? []) yield {entry, matched: 'alias', spelling}
  for (const spelling of entry.informalNames ?? []) yield {entry, matched: 'informal', spelling}
}

/** What the steps come to for a name: facts up to the first that is not verified, beyond it a guess. */
export function knowledgeOf(claim: Claim, steps: readonly Step[], asOf: string): LicenseKnowledge {
  const {entry, matched, spelling} = claim
  const holder = certainSteps(steps).at(-1)?.to ?? entry
  // An alias of an entry without verified sources is no more than a likely one.
  const canonical = holder === entry && !isVerified(entry) ? spelling : holder.name
  const end = (steps.at(-1)?.to ?? entry).name
  const presumed = end === canonical ? {} : {presumed: end}
  return {entry, matched, canonical, ...presumed, ...standingOf(claim, steps, holder, asOf)}
}

type Standing = Pick<LicenseKnowledge, 'status' | 'since' | 'source' | 'scope' | 'verified'>

function standingOf(
  {entry, matched}: Claim,
  steps: readonly Step[],
  holder: VocabularyEntry,
  asOf: string,
): Standing {
  const abolished = abolition(holder, asOf)
  if (abolished?.verified) return abolished
  const certain = certainSteps(steps).at(-1)
  const last = certain ?? steps.at(-1)
  if (last) {
    const {from: since, source} = last.succession
    const status = entry.status === 'informal' ? 'informal' : 'renamed'
    return {status, ...given({since, source}), verified: certain !== undefined}
  }
  if (abolished) return abolished
  const isInformal = matched === 'informal' || entry.status === 'informal'
  return {status: isInformal ? 'informal' : 'current', verified: isVerified(entry)}
}

function abolition(entry: VocabularyEntry, asOf: string): Standing | undefined {
  const {abolished} = entry
  if (!abolished || !isReached(abolished.on, asOf)) return undefined
  const {on: since, source, scope} = abolished
  return {status: 'abolished', ...given({since, source, scope}), verified: isVerified(entry, abolished)}
}

/** What has no date holds on every day. */
function isReached(date: string | undefined, asOf: string): boolean {
  return date === undefined || compareDates(date, asOf) <= 0
}

function given(
  values: Readonly<Record<'since' | 'source', string | undefined>> & {scope?: string | undefined},
) {
  const {since, source, scope} = values
  return {
    ...(since === undefined ? {} : {since}),
    ...(source === undefined ? {} : {source}),
    ...(scope === undefined ? {} : {scope}),
  }
}
