import {createHash} from 'node:crypto'
import type {MarkdownDocument} from '../document/model.ts'
import type {Finding} from '../finding.ts'
import type {Fingerprint} from './model.ts'
import {type Standing, Standings} from './standing.ts'

/**
 * The fingerprints of a document's findings: of the rule and which of its messages it is, the path, the headings above,
 * the row's category and key, and the text of the cell. Lines and words of messages are not in them, so that
 * neither edits elsewhere nor another language change them.
 *
 * @param path the document's, relative to the baseline.
 */
export function fingerprintsIn(document: MarkdownDocument, path: string): (finding: Finding) => Fingerprint {
  const standings = new Standings(document)
  return (finding) => {
    const {rule, messageId} = finding
    const standing = standings.of(finding)
    const {headings, category, row, text} = standing
    const parts = [path, rule, messageId, headings, category, row, text]
    return {fingerprint: digest(JSON.stringify(parts)), rule, place: placeOf(standing)}
  }
}

/** Long enough that no two of the findings of a repository share one. */
const digits = 16

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits)
}

/** A place has no more characters than this in a baseline. */
const longest = 60

function placeOf({headings, category, row, text}: Standing): string {
  const crumbs = [category || headings.at(-1), row || text].filter(Boolean)
  const characters = [...crumbs.join(' › ').replace(/\s+/g, ' ')]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('')
}
