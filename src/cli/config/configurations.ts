import {dirname, resolve} from 'node:path'
import {IgnoredPaths} from '../../config/globs/ignore.ts'
import {type Settings, SettingsReader} from '../../config/settings.ts'
import type {LintOptions} from '../../lint.ts'
import {displayPath} from '../discover.ts'
import {RunError} from '../errors.ts'
import type {Exclusion} from '../exclusions.ts'
import {Faults} from '../faults.ts'
import {isTop} from '../upwards.ts'
import {findIn, type Location} from './find.ts'
import type {LoadedConfig} from './load.ts'
import {joinVocabularies, type VocabularyPart} from './vocabularies.ts'

/** What the command line says of configuration. */
export interface ConfigurationRequest {
  /** The file that holds for all documents. */
  readonly config?: string | undefined
  readonly 'no-config'?: boolean
  /** What is added to each configuration's vocabularies. */
  readonly vocabulary?: VocabularyPart | undefined
}

/** What a configuration says of a document. */
export interface DocumentSettings extends Pick<Settings, 'rules'> {
  /** How the document is read, whatever is done with it. */
  readonly reading: Pick<LintOptions, 'tables' | 'vocabulary' | 'compilePattern'>
}

/** Finds, for each document, the nearest configuration from its directory upwards, and reads each one once. */
export class Configurations {
  readonly #cwd: string
  readonly #request: ConfigurationRequest
  readonly #faults: {readonly path: string; readonly errors: readonly Error[]}[] = []
  readonly #nearest = new Map<string, Promise<Configuration | undefined>>()
  readonly #files = new Set<string>()
  #plain: Promise<Configuration | undefined> | undefined
  #named: Promise<Configuration | undefined> | undefined

  constructor(cwd: string, request: ConfigurationRequest) {
    this.#cwd = cwd
    this.#request = request
  }

  /** The files that they were read from, or should have been. */
  get files(): Iterable<string> {
    return this.#files
  }

  /** What is wrong with those that cannot be used, by their paths. Documents that they hold for are not read. */
  get problems(): readonly Error[] {
    const inOrder = [...this.#faults].sort((a, b) => (a.path < b.path ? -1 : 1))
    return inOrder.flatMap(({errors}) => errors)
  }

  /** What holds for a document, or undefined where its configuration cannot be used. */
  async settingsFor(absolute: string): Promise<DocumentSettings | undefined> {
    const configuration = await this.#configurationOf(dirname(absolute))
    return configuration?.settingsFor(absolute)
  }

  /** What the configuration of a directory leaves out. */
  readonly exclusions = async (directory: string): Promise<Exclusion | undefined> =>
    (await this.#configurationOf(directory))?.exclusion

  async #configurationOf(directory: string): Promise<Configuration | undefined> {
    const {config, 'no-config': none} = this.#request
    if (none) return await this.#withoutFile()
    if (config === undefined) return await this.#nearestTo(directory)
    this.#named ??= this.#load({absolute: resolve(this.#cwd, config)})
    return await this.#named
  }

  #nearestTo(directory: string): Promise<Configuration | undefined> {
    const known = this.#nearest.get(directory)
    if (known) return known
    const found = this.#search(directory)
    this.#nearest.set(directory, found)
    return found
  }

  /** Not above the repository, whose files alone are those of one project. */
  async #search(directory: string): Promise<Configuration | undefined> {
    const location = await this.#attempt(directory, async () => findIn(directory, this.#display) ?? null)
    if (location === undefined) return undefined
    if (location) return await this.#load(location)
    return isTop(directory) ? await this.#withoutFile() : await this.#nearestTo(dirname(directory))
  }

  #load(location: Location): Promise<Configuration | undefined> {
    return this.#attempt(location.absolute, async () => {
      const {loadConfig} = await import('./load.ts')
      const loaded = await loadConfig(location, this.#display, (file) => this.#files.add(file))
      return await this.#complete(loaded, this.#display(location.absolute))
    })
  }

  #withoutFile(): Promise<Configuration | undefined> {
    this.#plain ??= this.#attempt('', () => this.#complete(nothingLoaded, ''))
    return this.#plain
  }

  async #complete(
    {layers, ignore, vocabularies, compilePattern}: LoadedConfig,
    path: string,
  ): Promise<Configuration> {
    const given = this.#request.vocabulary
    const vocabulary = await joinVocabularies(given ? [...vocabularies, given] : vocabularies)
    const shared = {...(vocabulary ? {vocabulary} : {}), ...(compilePattern ? {compilePattern} : {})}
    const settings = new SettingsReader(layers)
    const ignored = new IgnoredPaths(ignore)
    return {
      settingsFor: (absolute) => {
        const {rules, tables} = settings.settingsFor(absolute)
        return {rules, reading: {tables, ...shared}}
      },
      exclusion: {configuration: path, ignores: (absolute, kind) => ignored.ignores(absolute, kind)},
    }
  }

  /** Undefined where it fails in a way that can be foreseen; why is kept. */
  async #attempt<T>(path: string, action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof Faults || error instanceof RunError)) throw error
      this.#faults.push({path, errors: error instanceof Faults ? error.errors : [error]})
      return undefined
    }
  }

  readonly #display = (absolute: string): string => displayPath(this.#cwd, absolute)
}

interface Configuration {
  settingsFor(absolute: string): DocumentSettings
  readonly exclusion: Exclusion
}

const nothingLoaded: LoadedConfig = {layers: [], ignore: [], vocabularies: [], compilePattern: undefined}
