// Documents that grow in one way each: what is quadratic in one kind of thing shows in none of the others.

const table = '| 二级类目 | 资质 |\n| --- | --- |\n'

/** Documents of a size, by what there is much of; of what takes long there is half as much. */
export const shapes = {
  'rows in one table': (size) => `${heading('金融业')}${table}${times(size, (n) => row(`业务${n}`))}`,
  'rows that repeat': (size) =>
    `${heading('金融业')}${table}${times(size / 2, (n) => row(`业务${n % 10}`, n % 3))}`,
  'rows with faults': (size) => `${heading('金融业')}${table}${times(size / 2, faulty)}`,
  tables: (size) =>
    `${heading('金融业')}${times(size / 2, (n) => `第${n}部分\n\n${table}${row(`甲${n}`)}${row(`乙${n}`)}\n`)}`,
  headings: (size) => times(size / 2, (n) => `${heading(`类目${n}`)}${table}${row('甲')}\n`),
  'categories that repeat': (size) =>
    times(size / 2, (n) => `${heading(`类目${n % 5}`)}${table}${row(`甲${n}`)}\n`),
  directives: (size) => `${heading('金融业')}${table}${times(size / 2, directed)}`,
  comments: (size) =>
    `${heading('金融业')}${table}${times(size / 2, (n) => row(`业务${n} <!-- 注 -->`))}\n<!-- catalint-enable -->\n`,
  references: (size) =>
    `${shapes.headings(size / 2)}\n# 开放范围\n\n| 一级类目 | 二级类目 |\n| --- | --- |\n${times(size / 2, (n) => `| 类目${n} | ${n % 4 ? '甲' : '丙'} |\n`)}`,
  'long cells': (size) => `${heading('金融业')}${table}${row('甲'.repeat(size))}${row('乙', size / 2)}`,
  'broken tables': (size) =>
    times(size / 2, (n) => `${heading(`类目${n}`)}| 二级类目 | 资质 |\n| -- |\n${row(`甲${n}`)}\n`),
  // remark takes time quadratic in these: what reads by lines must hand it none of them together.
  lists: (size) => times(size / 2, (n) => `段落 ${n}\n\n- 一 | ${n}\n- 二\n\n`),
  prose: (size) => times(size / 2, (n) => `段落 ${n} 与[链接](#a${n})、\`代码\`。\n\n`),
}

function times(count, text) {
  return Array.from({length: count}, (_, index) => text(index)).join('')
}

function heading(name) {
  return `## 一级类目：${name}\n\n`
}

function row(name, licenses = 1) {
  return `| ${name} | 请上传${times(licenses + 1, (n) => `《许可证${10_000 + n}号》`)}。 |\n`
}

/** Rows in turn: what each of the rules for cells has something to say about. */
const faulty = (n) =>
  [
    `| 业务${n} | 请上传《营业执照 》或<<食品经营许可证>>. |\n`,
    `| 业务 ${n} | 请上传营业执照、营业执照 | 多余 |\n`,
    `|\t业务${n}(港股) |\n`,
    `| 业务\u200B${n} | 《营业执照》或《健康证》及《许可证》 |\n`,
    '| | |\n',
    `| 请上传《营业执照》 | 业务${n} |\n`,
    `| 业务WiFi${n} | |\n`,
    `| 业务wifi${n - 1} | 《文化经营许可证》 |\n`,
  ][n % 8]

function directed(n) {
  return `| 业务${n} <!-- catalint-disable-line ${n % 2 ? 'license-spacing' : 'no-empty-cell'} --> | 请上传《营业执照 》 |\n`
}
