import type {PatternCompiler} from '../dataset/compile.ts'
import type {TableDeclaration} from '../dataset/declaration.ts'
import type {Rule} from '../rule.ts'
import {type ConfigData, type ConfiguredTables, type OneOrMany, type RuleSettings, toList} from './data.ts'
import {compileFiles, type PathTest} from './globs/files.ts'
import {pathBelow} from './paths.ts'
import {type Preset, type PresetName, presetOf} from './presets.ts'

/** Settings that hold together for some documents, on top of those before them. */
export interface Layer {
  /** Sets every rule, so that nothing of the layers before is left. */
  readonly preset?: Preset
  readonly rules?: RuleSettings
  readonly tables?: readonly LayerTable[]
  /** Whether an absolute path is one of the documents; all are where left out. */
  readonly isFor?: PathTest
}

export interface LayerTable {
  readonly name: string
  /** False takes the table away. */
  readonly declaration: TableDeclaration | false
  readonly isFor?: PathTest
}

export function presetLayer(name: PresetName, rules: readonly Rule[]): Layer {
  return {preset: presetOf(name, rules)}
}

/** What a file of configuration in a directory says itself. */
export function layersOf(
  {rules, tables, overrides = []}: ConfigData,
  directory: string,
  compile: PatternCompiler,
): readonly Layer[] {
  const testOf = (globs: OneOrMany<string>) => below(directory, compileFiles(toList(globs), compile))
  return [
    layer(rules, tables, testOf),
    ...overrides.map(({files, excludedFiles, rules, tables}) => {
      const [isMeant, isExcluded] = [testOf(files), testOf(excludedFiles ?? [])]
      return {...layer(rules, tables, testOf), isFor: (path: string) => isMeant(path) && !isExcluded(path)}
    }),
  ]
}

function layer(
  rules: RuleSettings | undefined,
  tables: ConfiguredTables | undefined,
  testOf: (globs: OneOrMany<string>) => PathTest,
): Layer {
  return {
    ...(rules ? {rules} : {}),
    tables: Object.entries(tables ?? {}).map(([name, table]) => {
      if (table === false) return {name, declaration: false}
      const {paths, ...declaration} = table
      return {name, declaration, ...(paths === undefined ? {} : {isFor: testOf(paths)})}
    }),
  }
}

function below(directory: string, test: PathTest): PathTest {
  return (path) => {
    const name = pathBelow(directory, path)
    return name !== undefined && test(name)
  }
}
