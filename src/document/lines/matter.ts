import {mayAddress} from '../comments.ts'
import {ReferenceDefinitions} from './definitions.ts'

/**
 * Whether a piece of a document may hold anything that is asked for by name: rows of a table, whole or broken, a heading, a
 * definition, a comment.
 */
export function mayMatter(text: string): boolean {
  return (
    /[|｜]/.test(text) ||
    text.includes('<!--') ||
    mayAddress(text) ||
    ReferenceDefinitions.mayStandIn(text) ||
    heading.test(text) ||
    underline.test(text) ||
    alignment.test(text) ||
    !words.test(text) ||
    nesting.test(text)
  )
}

/** List items and quotes may hold nothing at all. */
const words = /[^\s>*+\-\d.)]/

/** So many levels may be too many for the parser, which then says so. */
const nesting = /^(?:[ \t]{200}|(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){100})/m

/** Marks of a heading, in list items and quotes too. */
const heading = /^[ \t>*+\-\d.)]*#/m

/** The underline of a heading, in list items and quotes too. */
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/m

/** A delimiter row of one column may do without a pipe. */
const alignment = /^[ \t>]*(?::-|-+:)/m
