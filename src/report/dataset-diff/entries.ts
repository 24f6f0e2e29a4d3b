import type {
  BeforeAfter,
  Change,
  DatasetDiff,
  Effect,
  EntryPath,
  LicenseChanges,
  ListedSubcategory,
} from '../../diff/model.ts'
import type {DiffWords} from './words.ts'

/** A change as a report shows it. */
export interface DiffEntry {
  readonly symbol: '+' | '-' | '~' | '='
  readonly effect?: Effect
  /** The rows that it is of; empty where it is of the category itself. */
  readonly name: string
  readonly text: string
  readonly remarks: readonly string[]
  /** What was said and what is, where that matters. */
  readonly texts?: BeforeAfter
  /** The rows of a category that is new or gone. */
  readonly rows: readonly DiffRow[]
}

interface DiffRow {
  readonly name: string
  readonly qualification: string
}

/** Makes a text of the documents fit for the report. */
type Show = (text: string) => string

export function toEntry(change: Change, words: DiffWords, show: Show): DiffEntry {
  const plain = {remarks: [], rows: []}
  switch (change.kind) {
    case 'added':
    case 'removed':
      return stated(change, words, show)
    case 'renamed': {
      const text = words.renamed(nameOf(change.from, words, show), change.evidence)
      return {...plain, symbol: '~', name: rowOf(change.entity, change.to, words, show), text}
    }
    case 'moved':
      return {...plain, symbol: '~', ...moved(change, words, show)}
    case 'changed':
      return change.entity === 'requirement' ? requirement(change, words, show) : note(change, words, show)
    case 'reformatted':
      return reformatted(change, words, show)
  }
}

/** How many requirements were tightened, and so on. */
export function countEffects({changes}: DatasetDiff): Readonly<Record<Effect, number>> {
  const counts = {tightened: 0, loosened: 0, changed: 0}
  for (const change of changes) if ('effect' in change) counts[change.effect]++
  return counts
}

type ChangeOf<K extends Change['kind'], E extends Change['entity'] = Change['entity']> = Extract<
  Change,
  {readonly kind: K; readonly entity: E}
>

function stated(change: ChangeOf<'added' | 'removed'>, words: DiffWords, show: Show): DiffEntry {
  const {kind, entity, path} = change
  const symbol = kind === 'added' ? '+' : '-'
  if (entity === 'subcategory') {
    const row = toRow({name: '', ...change}, words, show)
    return {
      symbol,
      name: '',
      text: words[kind],
      remarks: [],
      rows: [{...row, name: nameOf(path.slice(1), words, show)}],
    }
  }
  const rows = change.subcategories.map((row) => toRow(row, words, show))
  const text = kind === 'added' ? words.newCategory : words.goneCategory
  return {symbol, name: '', text, remarks: [], rows}
}

function toRow(
  {name, group, qualification}: Pick<ListedSubcategory, 'name' | 'group' | 'qualification'>,
  words: DiffWords,
  show: Show,
): DiffRow {
  return {
    name: nameOf([...(group === undefined ? [] : [group]), name], words, show),
    qualification: qualification === null ? words.unstated : show(qualification),
  }
}

function moved({entity, from, to, subcategories, places}: ChangeOf<'moved'>, words: DiffWords, show: Show) {
  if (entity === 'subcategory') {
    return {name: nameOf(to.slice(1), words, show), text: words.moved(nameOf(from, words, show))}
  }
  if (!subcategories) return {name: '', text: words.moved(show(places.before?.document ?? ''))}
  const names = subcategories.map(({name}) => nameOf([...to.slice(1), name], words, show))
  return {name: names.join(words.comma), text: words.moved(nameOf(from, words, show))}
}

function requirement(change: ChangeOf<'changed', 'requirement'>, words: DiffWords, show: Show): DiffEntry {
  const {effect, path, licenses, ambiguous, tooLarge, qualification} = change
  const {added, removed} = inMarks(licenses, show)
  const came = words.licenses(added, removed)
  return {
    symbol: '~',
    effect,
    name: nameOf(path.slice(1), words, show),
    text: words.effect[effect],
    remarks: [came, ambiguous ? words.ambiguous : '', tooLarge ? words.tooLarge : ''].filter(Boolean),
    texts: showBoth(qualification, words.unstated, show),
    rows: [],
  }
}

function note({path, note}: ChangeOf<'changed', 'subcategory'>, words: DiffWords, show: Show): DiffEntry {
  const texts = showBoth(note, nothing, show)
  return {
    symbol: '~',
    name: nameOf(path.slice(1), words, show),
    text: words.note,
    remarks: [],
    texts,
    rows: [],
  }
}

function reformatted(change: ChangeOf<'reformatted'>, words: DiffWords, show: Show): DiffEntry {
  const {entity, path, pathBefore, what, licenses} = change
  const names = licenses && inMarks(licenses, show)
  const isNamed = (what === 'name' || what === 'path') && pathBefore !== undefined
  return {
    symbol: '=',
    name: entity === 'document' ? show(path[0] ?? '') : nameOf(path.slice(1), words, show, ''),
    text: words.reformatted[what],
    remarks: names ? [words.otherNames(names.removed, names.added)] : [],
    ...(isNamed
      ? {
          texts: {
            before: nameOf(pathBefore.slice(-1), words, show),
            after: nameOf(path.slice(-1), words, show),
          },
        }
      : {}),
    rows: [],
  }
}

/** In place of a text where there is none. */
const nothing = '–'

/** The names on a path; for the category itself, what stands in place of a row. */
function rowOf(entity: Change['entity'], path: EntryPath, words: DiffWords, show: Show): string {
  return entity === 'category' ? '' : nameOf(path.slice(1), words, show)
}

function nameOf(path: EntryPath, words: DiffWords, show: Show, none = words.noName): string {
  if (path.length === 0) return none
  return path.map((name) => (name === null ? words.noCategory : show(name) || words.noName)).join(' › ')
}

function inMarks({added, removed}: LicenseChanges, show: Show): LicenseChanges {
  const mark = (name: string) => `《${show(name)}》`
  return {added: added.map(mark), removed: removed.map(mark)}
}

function showBoth({before, after}: BeforeAfter, none: string, show: Show): BeforeAfter {
  return {before: before === null ? none : show(before), after: after === null ? none : show(after)}
}
