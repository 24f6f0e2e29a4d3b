import {dirname, resolve} from 'node:path'
import {rules} from '../../../rules/index.ts'
import {configProblems, hasPatterns} from '../../config/check.ts'
import {type ConfigData, toList} from '../../config/data.ts'
import {compileIgnore, type IgnoreLine} from '../../config/globs/ignore.ts'
import {type Layer, layersOf, presetLayer} from '../../config/layers.ts'
import {isPresetName} from '../../config/presets.ts'
import {configShape} from '../../config/shape.ts'
import type {PatternCompiler} from '../../dataset/compile.ts'
import type {TableDeclarations} from '../../dataset/declaration.ts'
import {withBuiltIn} from '../../dataset/inherit.ts'
import type {DataPath, Problem} from '../../shape/problem.ts'
import {problemLines} from '../data/problem-lines.ts'
import {type DataFile, readData} from '../data/read-data.ts'
import {RunError} from '../errors.ts'
import {Faults} from '../faults.ts'
import type {Location} from './find.ts'
import type {VocabularyPart} from './vocabularies.ts'

/** What a configuration says, together with all that it extends. */
export interface LoadedConfig {
  readonly layers: readonly Layer[]
  readonly ignore: readonly IgnoreLine[]
  readonly vocabularies: readonly VocabularyPart[]
  readonly compilePattern: PatternCompiler | undefined
}

/**
 * Reads a configuration, or throws {@link Faults} or a {@link RunError}.
 *
 * @param note is told of each file before it is read.
 */
export async function loadConfig(
  location: Location,
  display: (absolute: string) => string,
  note: (file: string) => void,
): Promise<LoadedConfig> {
  const loading = new Loading(display, note)
  await loading.add(location, [])
  return loading
}

/** More files than one configuration is put together from: what extends in a fan would go on without end. */
const mostFiles = 100

class Loading implements LoadedConfig {
  readonly layers: Layer[] = []
  readonly ignore: IgnoreLine[] = []
  readonly vocabularies: VocabularyPart[] = []
  compilePattern: PatternCompiler | undefined
  #tables: TableDeclarations = withBuiltIn({})
  #files = 0
  readonly #display: (absolute: string) => string
  readonly #note: (file: string) => void

  constructor(display: (absolute: string) => string, note: (file: string) => void) {
    this.#display = display
    this.#note = note
  }

  /** Adds what a file extends, then what it says itself. `heirs` are the files that lead to it. */
  async add({absolute, key}: Location, heirs: readonly string[]): Promise<void> {
    const path = this.#display(absolute)
    if (++this.#files > mostFiles) throw tooManyFiles(path)
    this.#note(absolute)
    const file = await readData(absolute, path)
    const at: DataPath = key ? [key] : []
    const data = await checked(valueAt(file.value, key), file, at)
    await this.#addBases(data, file, [...heirs, absolute])
    const compile = await this.#compilerFor(data)
    await refuse([...configProblems(data, this.#tables, compile)], file, at)
    this.#addOwn(data, dirname(absolute), compile)
    await this.#addVocabularies(data, file, at, dirname(absolute))
  }

  async #addBases({extends: bases}: ConfigData, file: DataFile, heirs: readonly string[]): Promise<void> {
    const own = heirs.at(-1) ?? ''
    for (const [index, base] of toList(bases).entries()) {
      if (isPresetName(base)) {
        this.layers.push(presetLayer(base, rules))
        continue
      }
      const absolute = resolve(dirname(own), base)
      if (heirs.includes(absolute)) {
        const path: DataPath = typeof bases === 'string' ? ['extends'] : ['extends', index]
        await refuse([circle(path, [...heirs, absolute].map(this.#display))], file, [])
      }
      await this.add({absolute}, heirs)
    }
  }

  #addOwn(data: ConfigData, directory: string, compile: PatternCompiler): void {
    this.layers.push(...layersOf(data, directory, compile))
    this.ignore.push(...compileIgnore(toList(data.ignore), directory, compile))
    this.#tables = {...this.#tables, ...data.tables}
  }

  async #addVocabularies(
    {vocabulary}: ConfigData,
    file: DataFile,
    at: DataPath,
    directory: string,
  ): Promise<void> {
    for (const [index, part] of toList(vocabulary).entries()) {
      const place: DataPath = Array.isArray(vocabulary) ? ['vocabulary', index] : ['vocabulary']
      if (typeof part !== 'string') this.vocabularies.push({value: part, file, at: [...at, ...place]})
      else {
        const absolute = resolve(directory, part)
        this.#note(absolute)
        const own = await readData(absolute, this.#display(absolute))
        this.vocabularies.push({value: own.value, file: own, at: []})
      }
    }
  }

  /** The engine is loaded where there is anything for it. */
  async #compilerFor(data: ConfigData): Promise<PatternCompiler> {
    if (hasPatterns(data)) this.compilePattern ??= (await import('./linear-patterns.ts')).compileLinear
    return this.compilePattern ?? RegExp
  }
}

function valueAt(value: unknown, key: 'catalint' | undefined): unknown {
  return key ? (value as Readonly<Record<string, unknown>>)[key] : value
}

/** The data, if it is of the shape of a configuration. */
async function checked(value: unknown, file: DataFile, at: DataPath): Promise<ConfigData> {
  await refuse([...configShape(rules)(value, [])], file, at)
  return value as ConfigData
}

async function refuse(problems: readonly Problem[], file: DataFile, at: DataPath): Promise<void> {
  if (problems.length > 0) throw new Faults(await problemLines(problems, file, at))
}

function circle(path: DataPath, files: readonly string[]): Problem {
  const way = files.join(' → ')
  return {path, message: {en: `leads in a circle: ${way}`, zh: `循环引用：${way}`}}
}

function tooManyFiles(path: string): RunError {
  return new RunError(
    {en: `more than ${mostFiles} files in one configuration`, zh: `一份配置引用了超过 ${mostFiles} 个文件`},
    {path, todo: {en: 'extend fewer', zh: '请减少 extends'}},
  )
}
