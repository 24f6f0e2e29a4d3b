// Prints how long reading one qualification text takes in milliseconds, for texts of growing length and different kinds,
// and how long it takes to read each text of the fixture once.
import {readFileSync} from 'node:fs'
import {readDataset} from '../../src/index.ts'
import {parseRequirement} from '../../src/requirement/grammar/parse.ts'
import {toExpression} from '../../src/requirement/grammar/to-expression.ts'
import {builtInVocabulary} from '../../src/vocabulary/built-in.ts'

/** What is repeated up to the length. */
const kinds = {
  'licences and connectives':
    '《食品经营许可证》或《营业执照》及有效期内的《网络文化经营许可证》（经营范围含演出）、',
  'names without marks': '营业执照、食品经营许可证或央行颁发的金融许可证及ICP备案，',
  applicants: '旅行社提供《营业执照》且经营范围包含旅游；非旅行社需提供《健康证》，',
  'lines and lists': '1、《营业执照》\n2、（二选一）：①《健康证》②身份证明\n',
  'prose without licences': '开发者应当如实填写所属行业与经营内容并及时更新有关说明及联系方式，',
  'opening brackets': '（《',
}

const vocabulary = builtInVocabulary()
read('《营业执照》')
const results = Object.entries(kinds).map(([kind, piece]) => ({
  kind,
  times: [10_000, 100_000, 1_000_000].map((length) => time(piece.repeat(Math.ceil(length / piece.length)))),
}))
const fixture = readFileSync(process.argv[2], 'utf8')
process.stdout.write(JSON.stringify({results, fixture: timeEach(textsOf(fixture))}))

function textsOf(source) {
  const rows = readDataset(source).categories.flatMap(({subcategories}) => subcategories)
  return [...new Set(rows.flatMap(({qualification}) => qualification ?? []))]
}

/** The least of three, since the collector of garbage comes when it comes. */
function time(text) {
  return Math.min(...[1, 2, 3].map(() => timeEach([text]).ms))
}

function timeEach(texts) {
  const start = performance.now()
  for (const text of texts) read(text)
  return {texts: texts.length, ms: performance.now() - start}
}

function read(text) {
  return toExpression(parseRequirement(text, (words) => vocabulary.findNames(words)).root, () => ({}))
}
