// Measures catalint against other linters and a bare remark parse, and writes bench/RESULTS.md. Before it times anything, each
// section sees to it that both sides do the same work. `npm run build` first.
//   --only NAME,…  some of the sections alone    --docs FOLDER  real documents instead of generated pages
//   --quick        small, to see that all of it runs; writes nothing
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {writeSection} from './results.mjs'
import * as declared from './sections/declared.mjs'
import * as large from './sections/large.mjs'
import * as many from './sections/many.mjs'
import * as pages from './sections/pages.mjs'
import * as requirements from './sections/requirements.mjs'
import * as rows from './sections/rows.mjs'
import * as same from './sections/same.mjs'
import * as stages from './sections/stages.mjs'
import * as startUp from './sections/start-up.mjs'
import {bundle, installPeers} from './tools.mjs'

const sections = {'start-up': startUp, same, pages, declared, rows, large, many, stages, requirements}
const names = Object.keys(sections)
const {values} = parseArgs({
  options: {
    only: {type: 'string', default: names.join()},
    docs: {type: 'string'},
    quick: {type: 'boolean', default: false},
  },
})
const wanted = values.only.split(',')
const unknown = wanted.find((name) => !names.includes(name))
if (unknown) throw new Error(`no section ${unknown}; there are ${names.join(', ')}`)

installPeers()
const fixture = fileURLToPath(new URL('../fixtures/documents/service-categories.md', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'catalint-bench-'))
try {
  const parse = await bundle(folder, 'parse')
  const docs = values.docs === undefined ? undefined : resolve(values.docs)
  for (const name of wanted) {
    const {title, measure} = sections[name]
    const lines = await measure({folder, fixture, docs, parse, isQuick: values.quick})
    console.log(`## ${title}\n\n${lines.join('\n')}`)
    if (!values.quick)
      writeSection(
        title,
        lines,
        names.map((each) => sections[each].title),
      )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
