import type {Fingerprint} from './model.ts'

/** Of each, the how manyth with its fingerprint it is, counted from 1. */
export function ordinalsOf(fingerprints: readonly Pick<Fingerprint, 'fingerprint'>[]): readonly number[] {
  const ordinalOf = countOrdinals()
  return fingerprints.map(({fingerprint}) => ordinalOf(fingerprint))
}

/** The same, of one after the other. */
export function countOrdinals(): (fingerprint: string) => number {
  const counts = new Map<string, number>()
  return (fingerprint) => {
    const ordinal = (counts.get(fingerprint) ?? 0) + 1
    counts.set(fingerprint, ordinal)
    return ordinal
  }
}
