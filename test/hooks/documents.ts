/** A catalogue with nothing wrong in it. */
export const clean = `## 一级类目：金融业

| 二级类目 | 资质 |
| --- | --- |
| 信托 | 《金融许可证》 |
| 基金 | 《营业执照》 |
`

/** An error with a safe fix: an invisible character in a name. */
export const fixable = `${clean}| 期\u200B货 | 《期货业务许可证》 |\n`

export const fixed = `${clean}| 期货 | 《期货业务许可证》 |\n`

/** An error without one: a subcategory twice, with different qualifications. */
export const broken = `${clean}| 信托 | 《营业执照》 |\n`
