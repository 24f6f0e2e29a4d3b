// Writes documents into folders to measure on.
import {copyFileSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {documentationPage} from './pages.mjs'

/** So many pages of documentation: those of a folder, again and again, or generated ones where none is named. */
export function writePages(folder, count, docs) {
  const real = docs === undefined ? [] : documentsIn(docs)
  for (let number = 0; number < count; number++) {
    const directory = join(folder, `${number % 40}`)
    if (number < 40) mkdirSync(directory, {recursive: true})
    const path = join(directory, `${number}.md`)
    if (docs === undefined) writeFileSync(path, documentationPage(number))
    else copyFileSync(real[number % real.length], path)
  }
  return folder
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
