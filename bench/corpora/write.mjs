// Writes documents into folders to measure on.
import {copyFileSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {documentationPage} from './pages.mjs'

/** So many pages of documentation: those of a folder, again and again, or generated ones where none is named. */
export function writePages(folder, count, docs) {
  if (docs === undefined) return writeTexts(folder, count, documentationPage)
  const real = documentsIn(docs)
  for (let number = 0; number < count; number++)
    copyFileSync(real[number % real.length], pathOf(folder, number))
  return folder
}

/** @param textOf the text of the page with a number. */
export function writeTexts(folder, count, textOf) {
  for (let number = 0; number < count; number++) writeFileSync(pathOf(folder, number), textOf(number))
  return folder
}

/** Where a page lies, in a directory that is there then. */
function pathOf(folder, number) {
  const directory = join(folder, `${number % 40}`)
  if (number < 40) mkdirSync(directory, {recursive: true})
  return join(directory, `${number}.md`)
}

/** One document in a folder of its own. */
export function writeDocument(folder, text) {
  mkdirSync(folder, {recursive: true})
  const path = join(folder, 'document.md')
  writeFileSync(path, text)
  return path
}

function documentsIn(docs) {
  const names = readdirSync(docs, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md'))
  if (names.length === 0) throw new Error(`no Markdown files in ${docs}`)
  return names.sort().map((name) => join(docs, name))
}
