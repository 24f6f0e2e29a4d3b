import type {Range} from '../text/range.ts'
import {beginsName, endsName, isAlphanumeric} from './name-boundaries.ts'

/** The names as a tree: a step down for each character. */
interface Node {
  readonly children: Map<number, Node>
  isEnd: boolean
}

/** Finds names in running text. What it takes grows with the text, times the longest name at worst. */
export class NameFinder {
  readonly #root: Node = newNode()

  constructor(names: readonly string[]) {
    for (const name of names) insert(this.#root, name)
  }

  /** The places of names from left to right, the longest at each; none lies in a longer word. */
  find(text: string): readonly Range[] {
    const found: Range[] = []
    let start = 0
    while (start < text.length) {
      const node = this.#root.children.get(fold(text.charCodeAt(start)))
      const end = node && longestEnd(text, start, node)
      const isName = end !== undefined && (found.at(-1)?.end === start || beginsName(text, start))
      if (isName) found.push({start, end})
      start = isName ? end : start + 1
    }
    return found
  }
}

function longestEnd(text: string, start: number, first: Node): number | undefined {
  let node: Node | undefined = first
  let longest: number | undefined
  for (let index = start + 1; ; index++) {
    if (node.isEnd && endsName(text, index)) longest = index
    const next: Node | undefined = node.children.get(fold(text.charCodeAt(index)))
    // `ICP 备案`: some set a blank between Latin letters and ideographs.
    if (!next && isSpacing(text, index)) continue
    if (!next) return longest
    node = next
  }
}

function isSpacing(text: string, index: number): boolean {
  if (text[index] !== ' ') return false
  return isAlphanumeric(fold(text.charCodeAt(index - 1))) !== isAlphanumeric(fold(text.charCodeAt(index + 1)))
}

function insert(root: Node, name: string): void {
  let node = root
  for (let index = 0; index < name.length; index++) {
    const unit = fold(name.charCodeAt(index))
    if (unit === 0x20) continue
    const next = node.children.get(unit) ?? newNode()
    node.children.set(unit, next)
    node = next
  }
  if (node !== root) node.isEnd = true
}

function newNode(): Node {
  return {children: new Map(), isEnd: false}
}

/** Half width and lower case, so that a name is found however it is typed and a place stays a place. */
function fold(unit: number): number {
  const half = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit === 0x3000 ? 0x20 : unit
  return half >= 0x41 && half <= 0x5a ? half + 0x20 : half
}
