import {type LicenseOptions, licenseIdentity} from '../../qualification-reader.ts'
import type {LicenseIdentity} from '../../requirement/evaluate.ts'

/** Compares licences by all vocabularies of a run: what one of them knows holds. */
export function jointIdentity(
  vocabularies: readonly LicenseOptions['vocabulary'][],
  asOf: string,
): LicenseIdentity {
  const identities = [...new Set(vocabularies)].map((vocabulary) =>
    licenseIdentity({asOf, ...(vocabulary === undefined ? {} : {vocabulary})}),
  )
  const [only] = identities
  if (only && identities.length === 1) return only
  return {
    canonical: (name) =>
      identities.map((identity) => identity.canonical(name)).find((other) => other !== name) ?? name,
    kindsOf: (name) => [...new Set(identities.flatMap((identity) => identity.kindsOf(name)))],
  }
}
