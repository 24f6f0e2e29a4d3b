import {escapeControls} from './escape.ts'

/**
 * The text so that Markdown shows it as it is, on GitHub too: nothing in it is markup or ends a cell, and no one is
 * mentioned, and no issue, commit or address is linked. Line breaks become `<br>`.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeControls(line.replaceAll('\t', ' ')).replace(special, escapePiece))
    .join('<br>')
}

/** Punctuation with a meaning, the names of addresses, and what reads as the id of a commit or an issue. */
const special = /[&<>|`*_~[\]\\!$^@#:=+-]|\bwww\b|\bGH\b|[\da-f]{6}(?=[\da-f])/gi

function escapePiece(piece: string): string {
  if (piece.length > 1) return piece + nothing
  const entity = `&#${piece.charCodeAt(0)};`
  return parted.includes(piece) ? entity + nothing : entity
}

/** GitHub looks for these in what it has rendered, where only an element parts a text. */
const parted = '@#:'

const nothing = '<!-- -->'
