import type {Finding, RelatedPlace} from '../finding.ts'
import {escapeLine} from '../text/escape.ts'
import type {Context} from './context.ts'
import {type FrameStyle, frame, type Place} from './frame.ts'
import type {Theme} from './theme.ts'

/** More related places than these are only counted. */
const MOST_RELATED = 4

/** The finding and its related places in the same file from top to bottom, then those in other files. */
export function showPlaces(path: string, finding: Finding, context: Context): readonly string[] {
  const {all, theme, width, words} = context
  const related = finding.related ?? []
  const shown = all ? related : related.slice(0, MOST_RELATED)
  const lastLine = shown.reduce((last, {start}) => Math.max(last, start.line), finding.start.line)
  const style: FrameStyle = {digits: String(lastLine).length, width, faint: theme.faint}
  const left = related.length - shown.length
  return [
    ...ownPlaces(path, finding, shown, style, context),
    ...shown.filter((place) => place.path !== path).flatMap((place) => foreignPlace(place, style, context)),
    ...(left > 0 ? [theme.faint(`  ${words.morePlaces(left)}`)] : []),
  ]
}

function ownPlaces(
  path: string,
  {start, end, level}: Finding,
  related: readonly RelatedPlace[],
  style: FrameStyle,
  {theme, textFor}: Context,
): readonly string[] {
  const text = textFor(path)
  if (!text) return []
  const paint = theme.level[level]
  const pointer = paint('>')
  const main: Place = {start, end, mark: '^', paint, pointer}
  if (related.length === 0) return frame(main, text, style)
  const others = related
    .filter((place) => place.path === path)
    .map((place) => toPlace(place, theme, place.start.line === start.line ? pointer : ' '))
  const frames = [main, ...others]
    .sort((a, b) => a.start.offset - b.start.offset)
    .map((place) => frame(place, text, style))
  // Two places in one line share it, where it is not cropped differently.
  return frames.flatMap((shown, index) => (shown[0] === frames[index - 1]?.[0] ? shown.slice(1) : shown))
}

function foreignPlace(place: RelatedPlace, style: FrameStyle, {theme, textFor}: Context): readonly string[] {
  const {path, start, message} = place
  const where = `  ${theme.place(`${escapeLine(path)}:${start.line}:${start.column}`)}`
  const text = textFor(path)
  if (!text) return [`${where} ${theme.related(escapeLine(message))}`]
  return [where, ...frame(toPlace(place, theme, ' '), text, style)]
}

function toPlace({start, end, message}: RelatedPlace, theme: Theme, pointer: string): Place {
  return {start, end, label: message, mark: '-', paint: theme.related, pointer}
}
