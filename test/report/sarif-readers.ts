import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** The part of a log that the tests look at. */
export interface Log {
  readonly runs: readonly [
    {
      readonly tool: {readonly driver: {readonly version: string; readonly rules: readonly Rule[]}}
      readonly newlineSequences: readonly string[]
      readonly results: readonly Result[]
    },
  ]
}

interface Rule {
  readonly id: string
  readonly shortDescription: {readonly text: string}
  readonly fullDescription: {readonly text: string}
  readonly help: {readonly text: string; readonly markdown: string}
  readonly helpUri: string
  readonly defaultConfiguration: {readonly level: string}
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: {readonly uri: string}
    readonly region: {readonly startLine: number; readonly startColumn: number}
  }
  readonly logicalLocations?: readonly unknown[]
}

export interface Result {
  readonly ruleId: string
  readonly ruleIndex?: number
  readonly level: string
  readonly message: {readonly text: string}
  readonly locations: readonly [Location]
  readonly relatedLocations?: readonly (Location & {readonly message: {readonly text: string}})[]
  readonly partialFingerprints?: Readonly<Record<string, string>>
  readonly suppressions?: readonly {readonly kind: string}[]
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: {readonly charOffset: number; readonly charLength: number}
        readonly insertedContent: {readonly text: string}
      }[]
    }[]
  }[]
}

/** The validator of the SARIF SDK, which comes as a program for each system. */
const program = createRequire(import.meta.url)('@microsoft/sarif-multitool') as string

const schema = JSON.parse(readFileSync(join(dirname(program), 'sarif-2.1.0.json'), 'utf8')) as object
const ajv = new Ajv2020({strict: false, allErrors: true})
// Under its types the module is an object, when it runs it is the function.
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
const validate = ajv.compile(schema)

/** What the schema of SARIF 2.1.0 says against a log. */
export function schemaErrors(log: unknown): readonly string[] {
  if (validate(log)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

/** The errors and warnings that the validator finds in a log, by its rules for every reader and for GitHub. */
export function multitoolErrors(log: string): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'catalint-sarif-'))
  try {
    const path = join(directory, 'log.sarif')
    writeFileSync(path, log)
    const argv = ['validate', path, '--rule-kind', 'Sarif;Gh']
    // The system may have no data of ICU.
    const env = {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1'}
    const {stdout, stderr, error} = spawnSync(program, argv, {cwd: directory, env, encoding: 'utf8'})
    if (error) throw error
    const lines = stdout.split('\n').filter((line) => /: (?:error|warning) /.test(line))
    const isDone = stdout.includes('Analysis completed successfully') && stderr === ''
    return isDone ? lines : [...lines, `the validator failed: ${stdout}${stderr}`]
  } finally {
    rmSync(directory, {recursive: true, force: true})
  }
}
