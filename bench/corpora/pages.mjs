// Pages of documentation as there are many: prose, lists, code, links, HTML, and in most of them tables about other things than
// categories. What a page says follows from its number.

const words = [
  '页面',
  '组件',
  '接口',
  '回调函数',
  '开发者',
  '基础库',
  '配置项',
  '滚动',
  '缓存',
  '授权',
  '图片',
  '网络请求',
]
const types = ['String', 'Number', 'Boolean', 'Object', 'Array', 'Function']

/** One page; four in ten have no table. */
export function documentationPage(number) {
  const sections = Array.from({length: 4 + (number % 5)}, (_, index) => section(number, index))
  return `---\ntitle: ${word(number)} ${number}\nnav: component\n---\n\n# ${word(number)} ${number}\n\n${sections.join('\n')}`
}

function section(number, index) {
  const seed = number * 7 + index
  const hasTable = number % 10 < 6 && index % 2 === 0
  return [
    `## ${word(seed)}说明 ${index + 1}\n`,
    prose(seed),
    hasTable ? table(seed) : list(seed),
    index % 3 === 1 ? code(seed) : prose(seed + 3),
    index % 4 === 3 ? html(seed) : '',
  ].join('\n')
}

function prose(seed) {
  const sentence = (n) =>
    `使用${word(n)}时，请先阅读[${word(n + 1)}](https://example.com/docs/${n})，并在 \`app.json\` 中声明 **${word(n + 2)}**；详见 https://example.com/api?id=${n} 的说明。`
  return `${[0, 1, 2].map((n) => sentence(seed + n)).join('')}\n`
}

function table(seed) {
  const rows = Array.from({length: 4 + (seed % 9)}, (_, n) => {
    const type = types[(seed + n) % types.length]
    return `| ${name(seed + n)} | ${type} | ${n % 2 ? '是' : '否'} | ${n % 3 ? '-' : n} | 设置${word(seed + n)}，默认为 \`${n}\`，单位 px。 |\n`
  })
  return `| 属性名 | 类型 | 必填 | 默认值 | 说明 |\n| :--- | :--- | :--- | :--- | :--- |\n${rows.join('')}`
}

function list(seed) {
  const items = Array.from(
    {length: 3 + (seed % 4)},
    (_, n) => `- ${word(seed + n)}：支持 \`${name(n)}\` 与${word(n)}。\n`,
  )
  return items.join('')
}

function code(seed) {
  const lines = Array.from({length: 5 + (seed % 12)}, (_, n) => `    ${name(seed + n)}: ${n}, // a | b\n`)
  return `\`\`\`js\nPage({\n  data: {\n${lines.join('')}  },\n})\n\`\`\`\n`
}

function html(seed) {
  return `<div class="notice">\n  <a href="https://example.com/${seed}">${word(seed)}</a>\n</div>\n`
}

function word(n) {
  return words[n % words.length]
}

function name(n) {
  return `${['scroll', 'data', 'on', 'max', 'show'][n % 5]}-${'abcdefgh'[n % 8]}${n % 100}`
}
