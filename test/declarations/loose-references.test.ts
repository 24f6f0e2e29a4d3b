import {describe, expect, it} from 'vitest'
import {lintBeside} from './beside.ts'

const catalogue = `# 服务类目

## 一级类目：娱乐

| 二级类目 | 资质 |
| --- | --- |
| 直播 | 《网络文化经营许可证》 |
| 直播答题 | 《网络文化经营许可证》 |
| 视频 | 《信息网络传播视听节目许可证》 |
| 影视/综艺 | 《信息网络传播视听节目许可证》 |
| 米、面、粮、油、盐 | 《食品经营许可证》 |

## 一级类目：社交（需审核）

| 二级类目 | 资质 |
| --- | --- |
| 社区 | 《营业执照》 |
| 婚恋（含相亲） | 《营业执照》 |

## 一级类目：教育

| 二级类目 | 资质 |
| --- | --- |
| 在线教育 | 《民办学校办学许可证》 |
| 驾校培训 | 《民办学校办学许可证》 |
`

/** The words that are reported in a cell beside a category, in a table that is otherwise right. */
function reported(
  cell: string,
  category = '娱乐',
  others: readonly string[] = [catalogue],
): readonly string[] {
  const rows = ['| 娱乐 | 直播 |', '| 教育 | 驾校培训、在线教育 |', `| ${category} | ${cell} |`]
  const source = `# 直播组件\n\n| 一级类目 | 二级类目 |\n| --- | --- |\n${rows.join('\n')}\n`
  return lintBeside(source, others)
    .filter(({rule, level}) => rule === 'unknown-reference' && level === 'error')
    .map(({start, end}) => source.slice(start.offset, end.offset))
}

describe('a cell that names nothing in particular', () => {
  it.each([
    ...[
      '全部',
      '全部（不含直播）',
      '全部（除直播外）',
      '全部二级类目（除直播外）',
      '全部（除直播、视频外）',
      '（不含直播）',
    ],
    ...[
      '全部子类目',
      '所有子类目',
      '所有三级类目',
      '该类目下所有二级类目',
      '不限类目',
      '均可',
      '任意',
      '暂无',
      '不支持',
    ],
    ...['待定', '√', '是', '—', '*', '总计：2', '合计', '其他', '同上'],
    ...['All subcategories', 'Everything', 'All except Live streaming', 'None', 'N/A'],
    ...['除直播外', '除直播、视频外', '除直播、直播答题以外的类目', '直播、视频除外', '不含直播'],
  ])('is right: %s', (cell) => {
    expect(reported(cell)).toEqual([])
  })
})

describe('a name as people write it', () => {
  it.each([
    ...[
      '直播/直播答题',
      '直播 / 视频',
      '直播和视频',
      '直播及视频',
      '直播与视频',
      '直播｜视频',
      '直播 \\| 视频',
      '直播 视频',
    ],
    ...['直播。', '直播、视频。', '• 直播<br>• 视频', '- 直播', '1. 直播<br>2. 视频', '“直播”', '《直播》'],
    ...[
      '直播*',
      '直播 ①',
      '直播[^1]',
      '直播【新增】',
      '直播（仅企业）（新增）',
      '直播等',
      '直播等2个类目',
      '直播等二级类目',
    ],
    ...[
      '仅限直播',
      '包括直播',
      '娱乐-直播',
      '娱乐 > 直播',
      '直播（秀场)、视频（短视频)',
      '直播类',
      '直播类目',
    ],
    ...['影视', '综艺', '影视、综艺', '米、面、粮、油、盐', '米，面', '米、面、粮、油、盐、直播'],
  ])('is right: %s', (cell) => {
    expect(reported(cell)).toEqual([])
  })

  it.each([
    ['直播、直播大题', ['直播大题']],
    ['直播/直播大题', ['直播大题']],
    ['直播和直播大题', ['直播大题']],
    ['直播大题（仅企业）', ['直播大题（仅企业）']],
    ['直播大题等', ['直播大题等']],
    ['• 直播<br>• 直播大题', ['直播大题']],
    ['非遗直播', ['非遗直播']],
    ['除湿直播', ['除湿直播']],
    ['米、面、醋', ['醋']],
    ['社区', ['社区']],
  ])('is wrong where the catalogue does not have it: %s', (cell, words) => {
    const found = reported(cell)
    expect(found).toHaveLength(words.length)
    for (const [index, word] of words.entries()) expect(found[index]).toContain(word)
  })
})

describe('a category as people write it', () => {
  it.each([
    ['社交', '社区'],
    ['社交', '婚恋'],
    ['娱乐（仅限企业）', '直播'],
    ['娱乐、社交', '直播、社区'],
    ['**娱乐**', '直播'],
  ])('is right: %s with %s', (category, cell) => {
    expect(reported(cell, category)).toEqual([])
  })

  it.each([
    ['娱乐（仅限企业）', '直播、直播大题', '直播大题'],
    ['娱乐、社交', '直播、在线教育', '在线教育'],
    ['娱了', '直播', '娱了'],
  ])('does not hide what is wrong beside it: %s with %s', (category, cell, word) => {
    expect(reported(cell, category)).toEqual([word])
  })
})

describe('a page about something else', () => {
  const page = (rows: string, header = '| 一级类目 | 二级类目 |') =>
    `# 另一平台\n\n${header}\n${header.replace(/[^|]+/g, '---')}\n${rows}\n`

  const errorsIn = (source: string) => {
    const findings = lintBeside(source, [catalogue])
    return findings.filter(({level}) => level === 'error').map(({message}) => message)
  }

  it('may have the same categories with other subcategories', () => {
    expect(errorsIn(page('| 娱乐 | 音乐 |\n| 教育 | 留学 |\n| 社交 | 交友 |'))).toEqual([])
  })

  it('may have less than half of its subcategories in common', () => {
    expect(errorsIn(page('| 娱乐 | 直播 |\n| 教育 | 留学 |\n| 社交 | 交友 |'))).toEqual([])
  })

  it('may be a log of changes', () => {
    const header = '| 日期 | 一级类目 | 二级类目 | 变更 |'
    expect(
      errorsIn(page('| 2026-01 | 娱乐 | 直播 | 新增 |\n| 2026-02 | 娱乐 | 电台 | 删除 |', header)),
    ).toEqual([])
  })
})

describe('a fault in the catalogue', () => {
  const table = '| 二级类目 | 资质 |\n| --- | --- |\n| 直播 | 《网络文化经营许可证》 |\n'

  it.each([
    ['a row that is cut off', `## 一级类目：娱乐\n\n${table}\n| 电台 | 《营业执照》 |\n`, '娱乐', '电台'],
    [
      'a table without delimiter row',
      `${catalogue}\n## 一级类目：音频\n\n| 二级类目 | 资质 |\n| 电台 | 《营业执照》 |\n`,
      '音频',
      '电台',
    ],
    [
      'swapped cells',
      `${catalogue}\n## 一级类目：音频\n\n${table}| 请上传《网络文化经营许可证》 | 电台 |\n`,
      '音频',
      '电台',
    ],
    [
      'a heading in a row',
      `${catalogue}\n## 一级类目：音频\n\n${table}| 一级类目：有声 | |\n| 电台 | 《营业执照》 |\n`,
      '有声',
      '电台',
    ],
  ])('is reported there, and not once more where it is referred to: %s', (_, faulty, category, cell) => {
    expect(reported(cell, category, [catalogue, faulty])).toEqual([])
  })
})

it('groups are defined by their headings', () => {
  const groups =
    '## 一级类目：医疗\n\n### 二级类目：药品\n\n### 二级类目：器械\n\n| 三级类目 | 资质 |\n| --- | --- |\n| 口罩 | 《营业执照》 |\n'
  expect(reported('药品、器械、口罩', '医疗', [catalogue, groups])).toEqual([])
})
