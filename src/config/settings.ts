import type {TableDeclaration, TableDeclarations} from '../dataset/declaration.ts'
import {builtInOnly, inheritOwn, joinTables, withBuiltIn} from '../dataset/inherit.ts'
import type {RuleSetting} from '../lint.ts'
import type {PathTest} from './globs/files.ts'
import type {Layer, LayerTable} from './layers.ts'
import {mergeRules} from './rule-settings.ts'

/** What holds for a document. */
export interface Settings {
  readonly rules: Readonly<Record<string, RuleSetting>>
  readonly tables: TableDeclarations
}

/** Finds what layers say of a document: of two that speak of one thing, the later. */
export class SettingsReader {
  readonly #layers: readonly Layer[]
  /** Of the layers that not all documents share: only by these can one differ from another. */
  readonly #conditions: readonly Conditions[]
  readonly #known = new Map<string, Settings>()

  constructor(layers: readonly Layer[]) {
    this.#layers = layers
    this.#conditions = layers
      .map(({isFor, tables = []}) => ({isFor, tables: tables.flatMap((table) => table.isFor ?? [])}))
      .filter(({isFor, tables}) => isFor !== undefined || tables.length > 0)
  }

  /** Documents for which the same holds are given one object, so that it is made ready for reading once. */
  settingsFor(path: string): Settings {
    const key = this.#conditions.map((conditions) => outcomeOf(conditions, path)).join()
    const known = this.#known.get(key) ?? this.#read(path)
    this.#known.set(key, known)
    return known
  }

  #read(path: string): Settings {
    const layers = this.#layers.filter(({isFor}) => isFor?.(path) ?? true)
    const tables = layers.flatMap((layer) => layer.tables ?? [])
    const isMeant = tables.map(({isFor}) => isFor?.(path) ?? true)
    return {rules: rulesOf(layers), tables: tablesOf(tables, isMeant)}
  }
}

/** What a layer's documents are told by: those of the layer, and those of its tables. */
interface Conditions {
  readonly isFor: PathTest | undefined
  readonly tables: readonly PathTest[]
}

function outcomeOf({isFor, tables}: Conditions, path: string): string {
  const isMeant = isFor?.(path) ?? true
  return isMeant ? tables.map((isFor) => Number(isFor(path))).join('') : '-'
}

function rulesOf(layers: readonly Layer[]): Settings['rules'] {
  let rules: Settings['rules'] = {}
  for (const {preset, rules: own = {}} of layers) rules = mergeRules(preset ?? rules, own)
  return rules
}

/** A table that is meant may extend one that is not: it stands without the other here. */
function tablesOf(tables: readonly LayerTable[], isMeant: readonly boolean[]): TableDeclarations {
  const declared = new Map<string, TableDeclaration>()
  const kept = new Map<string, boolean>()
  for (const [index, {name, declaration}] of tables.entries()) {
    kept.set(name, declaration !== false && isMeant[index] === true)
    if (declaration !== false) declared.set(name, onTop(declared.get(name), name, declaration))
  }
  const all = withBuiltIn(Object.fromEntries(declared))
  // Others may refer to what is not looked for here; of a built-in name it leaves the built-in one.
  const names = [...kept].filter(
    ([name, isKept]) => isKept || isTakenAway(name, tables) || !Object.hasOwn(builtInOnly, name),
  )
  return Object.fromEntries(names.map(([name, isKept]) => [name, isKept && inheritOwn(name, all)]))
}

/** A declaration that extends its own name starts from the one before. */
function onTop(before: TableDeclaration | undefined, name: string, own: TableDeclaration): TableDeclaration {
  if (!before || own.extends !== name) return own
  const {extends: _, ...rest} = own
  return joinTables(before, rest)
}

function isTakenAway(name: string, tables: readonly LayerTable[]): boolean {
  return tables.findLast((table) => table.name === name)?.declaration === false
}
