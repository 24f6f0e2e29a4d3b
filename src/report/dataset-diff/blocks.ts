import type {Change, EntryPath, Place} from '../../diff/model.ts'

/** The changes of a category in a document, or of the documents themselves. */
export interface ChangeBlock {
  readonly kind: 'category' | 'documents'
  /** Null where rows stand under no category. */
  readonly category: string | null
  /** Of its first change. */
  readonly place: Place | undefined
  readonly changes: readonly Change[]
}

/** A block that changes are still added to. */
interface OpenBlock extends ChangeBlock {
  readonly changes: Change[]
  /** What the category was called before, and is called now. */
  readonly names: Set<string | null>
}

/** The changes by the category that they are in. A diff has those of one category one after the other. */
export function toBlocks(changes: readonly Change[]): readonly ChangeBlock[] {
  const blocks: OpenBlock[] = []
  for (const change of changes) {
    const last = blocks.at(-1)
    const block = last && belongsTo(last, change) ? last : open(change)
    if (block !== last) blocks.push(block)
    block.changes.push(change)
    for (const [name = null] of pathsOf(change)) block.names.add(name)
  }
  return blocks
}

/** Whether all that is in it is a matter of the text. */
export function isReformatted({changes}: ChangeBlock): boolean {
  return changes.every(({kind}) => kind === 'reformatted')
}

function open(change: Change): OpenBlock {
  const {places} = change
  const [path = []] = pathsOf(change)
  return {
    kind: kindOf(change),
    category: path[0] ?? null,
    place: places.after ?? places.before,
    changes: [],
    names: new Set(),
  }
}

function belongsTo({kind, names, place, changes}: OpenBlock, change: Change): boolean {
  if (kind !== kindOf(change)) return false
  if (kind === 'documents') return true
  const {after} = change.places
  const isElsewhere = after && changes[0]?.places.after && after.document !== place?.document
  return !isElsewhere && names.has(pathsOf(change)[0]?.[0] ?? null)
}

function kindOf({entity}: Change): ChangeBlock['kind'] {
  return entity === 'document' ? 'documents' : 'category'
}

/** Where it is, and where its category was before if that has another name. */
function pathsOf(change: Change): readonly EntryPath[] {
  if ('to' in change) return change.kind === 'renamed' ? [change.to, change.from] : [change.to]
  return 'pathBefore' in change && change.pathBefore ? [change.path, change.pathBefore] : [change.path]
}
