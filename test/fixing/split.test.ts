import {expect, it} from 'vitest'
import {lintText} from '../../src/index.ts'

/** A catalogue in which a row names a category whose heading is lost. */
function withLost(name: string): string {
  return `## 一级类目：IT科技

| 二级类目 | 资质 |
| --- | --- |
| 硬件与设备 | 请上传《营业执照》。 |
| 电信业务代理 | 请上传《增值电信业务经营许可证》。 |
| 软件服务 | 请上传《增值电信业务经营许可证》。 |
| ${name} | 点评与推荐 |
| 菜谱 | 请上传《营业执照》。 |
`
}

function fixesOf(name: string): readonly boolean[] {
  const {findings} = lintText(withLost(name))
  return findings.filter(({rule}) => rule === 'no-misplaced-column').map(({fix}) => fix !== undefined)
}

it('a lost heading is restored', () => {
  expect(fixesOf('美食')).toEqual([true])
})

it.each(['美食 #', '美食 ##'])('but not where it would lose a part of its name: %s', (name) => {
  expect(fixesOf(name)).toEqual([false])
})
