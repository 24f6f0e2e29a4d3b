/** How many findings of each fingerprint are known. */
export interface KnownFindings {
  get(fingerprint: string): number | undefined
}

/** A finding as a baseline states it. */
export interface Fingerprint {
  /** The same for findings of one kind in one place, whatever is edited elsewhere. */
  readonly fingerprint: string
  readonly rule: string
  /** Where it stands, in words for people. */
  readonly place: string
}

/** Findings of one fingerprint, recorded. */
export interface BaselineEntry extends Fingerprint {
  /** The document, relative to the baseline, with slashes. */
  readonly path: string
  readonly count: number
}
