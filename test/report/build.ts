import type {Finding, Findings} from '../../src/finding.ts'
import {checkstyle as checkstylePieces} from '../../src/report/checkstyle.ts'
import {compact as compactPieces} from '../../src/report/compact.ts'
import {github as githubPieces} from '../../src/report/github/commands.ts'
import {junit as junitPieces} from '../../src/report/junit.ts'
import {pretty as prettyPieces} from '../../src/report/pretty.ts'
import {SourceText} from '../../src/report/source-text.ts'
import type {ReportedFile, ReportOptions} from '../../src/report/types.ts'
import {LineIndex} from '../../src/text/lines.ts'

export const plain: ReportOptions = {language: 'en', color: false, all: false, quiet: false, width: 100}

/** A finding at the n-th occurrence of the text in the source, counted from 0. */
export function findingAt(source: string, text: string, rest: Partial<Finding> = {}, nth = 0): Finding {
  let offset = source.indexOf(text)
  for (let count = 0; count < nth; count++) offset = source.indexOf(text, offset + 1)
  return {
    rule: 'a-rule',
    messageId: 'one',
    level: 'error',
    message: 'Unexpected x',
    ...span(source, offset, text.length),
    ...rest,
  }
}

export function span(source: string, offset: number, length: number): Pick<Finding, 'start' | 'end'> {
  const index = new LineIndex(source)
  return {start: index.pointAt(offset), end: index.pointAt(offset + length)}
}

export function fileOf(source: string, findings: Findings, path = 'a.md'): ReportedFile {
  return {path, text: new SourceText(source), findings}
}

/** All of a report, which may come in pieces. */
export function whole(pieces: string | Iterable<string>): string {
  return [...pieces].join('')
}

export const checkstyle = inOne(checkstylePieces)
export const compact = inOne(compactPieces)
export const github = inOne(githubPieces)
export const junit = inOne(junitPieces)
export const pretty = inOne(prettyPieces)

function inOne<A extends readonly unknown[]>(write: (...input: A) => Iterable<string>) {
  return (...input: A): string => whole(write(...input))
}
