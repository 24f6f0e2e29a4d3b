// What any tool on remark-gfm pays before it does anything of its own: parses each document that is named or lies in a folder that
// is. With `--count` it says what is in them, one line of JSON.
import {readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const [first, ...rest] = process.argv.slice(2)
const isCounting = first === '--count'
const paths = (isCounting ? rest : [first, ...rest]).flatMap(documentsIn)
const processor = unified().use(remarkParse).use(remarkGfm)
const tables = []
for (const path of paths) {
  const tree = processor.parse(readFileSync(path, 'utf8'))
  if (isCounting) gather(tree)
}
if (isCounting) console.log(JSON.stringify({documents: paths.length, tables}))

function documentsIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path, {recursive: true, encoding: 'utf8'})
  return names.filter((name) => name.endsWith('.md')).map((name) => join(path, name))
}

/** Of each table the words of its header, and of its rows how many cells hold something, and whether the first does. */
function gather(node) {
  if (node.type === 'table') {
    const [header, ...rows] = node.children.map(({children}) => children.map((cell) => textOf(cell).trim()))
    const filled = rows.map((cells) => cells.filter(Boolean).length)
    const named = rows.filter(([cell]) => cell).length
    tables.push({header, rows: rows.length, blankRows: filled.filter((count) => count === 0).length, named})
  } else for (const child of node.children ?? []) gather(child)
}

function textOf({value, alt, children = []}) {
  return value ?? alt ?? children.map(textOf).join('')
}
