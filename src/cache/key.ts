import type {LintOptions} from '../lint.ts'
import {digestOf} from './digest.ts'

/** What findings are kept under: where, and what they hold for. */
export interface Key {
  /** The document and what is asked of it. There is one entry in each. */
  readonly slot: string
  /** All else that findings depend on. */
  readonly state: string
}

/** What findings depend on beside the document and the options. */
export interface Program {
  /** Tells builds apart, those of one version too. */
  readonly build: string
  /** What runs it: its version, and the Unicode that it knows. */
  readonly runtime: string
}

/** Where the findings of a document are kept. Undefined where they depend on code that was handed in. */
export function slotOf(options: LintOptions): string | undefined {
  if (options.extraRules?.length) return undefined
  return sharedDigest(options) + JSON.stringify([options.path, options.baseline?.path])
}

/** What was asked for the last time: most documents of a run share it. */
let last: {readonly options: LintOptions; readonly digest: string} | undefined

function sharedDigest(options: LintOptions): string {
  const before = last
  if (before && shared.every((name) => options[name] === before.options[name])) return before.digest
  last = {options, digest: digestOf(JSON.stringify(shared.map((name) => counted[name]?.(options))))}
  return last.digest
}

/** All else that they depend on. */
export function stateOf(document: Uint8Array, {asOf}: LintOptions, program: Program): string {
  return digestOf(saltOf(asOf, program), document)
}

/** What a state is the digest of before the document. */
export function saltOf(asOf: string | undefined, {build, runtime}: Program): string {
  return JSON.stringify([build, runtime, asOf])
}

/**
 * What counts of each option. There is no way to add an option without saying so here. Null is what is left to others: the day,
 * the text and the program make the state; what the documents of a run define is compared when all of them are known.
 */
const counted: {readonly [K in keyof Required<LintOptions>]: Part | null} = {
  // The path and the baseline's are in the slot as they are. What a baseline knows is left out of the findings afterwards.
  path: null,
  baseline: null,
  language: ({language}) => language,
  rules: ({rules}) => digestOfObject(rules),
  asOf: null,
  vocabulary: ({vocabulary}) => digestOfObject(vocabulary),
  tables: ({tables}) => digestOfObject(tables),
  // The engine, which declarations decide: they are compiled for another one or not.
  compilePattern: ({compilePattern}) => compilePattern !== undefined,
  definitions: null,
  fingerprints: ({fingerprints}) => fingerprints === true,
  // It gives the same; who wants to see that gets no findings of the other way.
  fast: ({fast}) => fast !== false,
  extraRules: null,
}

type Part = (options: LintOptions) => string | boolean | undefined

const shared = (Object.keys(counted) as (keyof LintOptions)[]).filter((name) => counted[name] !== null)

/** Most documents of a run share their rules, tables and vocabularies. */
const known = new WeakMap<object, string>()

function digestOfObject(value: object | undefined): string {
  if (value === undefined) return ''
  const digest = known.get(value) ?? digestOf(dataText(value))
  known.set(value, digest)
  return digest
}

/** Data as JSON, with the numbers that JSON does not have. */
function dataText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    const isOdd =
      typeof part === 'bigint' || Object.is(part, -0) || (typeof part === 'number' && !Number.isFinite(part))
    return isOdd ? {odd: Object.is(part, -0) ? '-0' : String(part)} : part
  })
}
