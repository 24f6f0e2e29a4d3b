import type {Fingerprint} from './model.ts'

/** Of each, the how manyth with its fingerprint it is, counted from 1. */
export function ordinalsOf(fingerprints: readonly Pick<Fingerprint, 'fingerprint'>[]): readonly number[] {
  const counts = new Map<string, number>()
  return fingerprints.map(({fingerprint}) => {
    const ordinal = (counts.get(fingerprint) ?? 0) + 1
    counts.set(fingerprint, ordinal)
    return ordinal
  })
}
