import type {Comment} from '../document/model.ts'
import {editOf} from '../text/edit.ts'
import {type Directive, type DirectiveName, directiveNames, type Target, type Word} from './model.ts'

/** Reads a comment: the directive's name, the names of rules, and after a dash of two or more a reason. */
export function parseDirective(comment: Comment, source: string): Directive {
  const [written, ...names] = wordsOf(comment, source)
  const {range} = comment
  const name = directiveNames.find((known) => known === written?.text)
  const targets = names.map(({text, start, end}) => ({rule: text, range: {start, end}}))
  return {
    comment,
    name,
    written: written ?? editOf(range, ''),
    targets: targets.length > 0 ? targets : [allRules(comment)],
  }
}

/** Whether a directive is one of these. */
export function isNamed(directive: Directive, ...names: readonly DirectiveName[]): boolean {
  return directive.name !== undefined && names.includes(directive.name)
}

function allRules({range}: Comment): Target {
  return {rule: null, range}
}

/** Parted by blanks and commas. A line within a block quote begins with its mark. */
function wordsOf({range}: Comment, source: string): readonly Word[] {
  const first = range.start + '<!--'.length
  const text = source.slice(first, range.end - '-->'.length)
  const words: Word[] = []
  for (const {0: word, index} of text.matchAll(/[^\s,，、>]+/g)) {
    if (/^(?:--|[—–])/.test(word)) break
    const start = first + index
    words.push({text: word, start, end: start + word.length})
  }
  return words
}
