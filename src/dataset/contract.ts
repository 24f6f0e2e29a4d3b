/** What a column of a category table states. */
export type Role = 'ordinal' | 'category' | 'group' | 'key' | 'qualification' | 'note'

/** Which tables are category tables, and what their headings and header words mean. Data, not code. */
export interface TableContract {
  readonly headings: readonly HeadingForm[]
  /** In the order in which the columns are expected. */
  readonly columns: readonly ColumnContract[]
}

/** How a heading that names a category begins: the label, the separator, the name. */
export interface HeadingForm {
  readonly role: 'category' | 'group'
  readonly label: string
  readonly separator: string
  /** Whether headings may begin so that name no category: then a category table must stand below. */
  readonly isGeneral: boolean
}

export interface ColumnContract {
  readonly role: Role
  /** Header words that mean this column. A word may stand under two roles: the other columns decide. */
  readonly names: readonly string[]
  /** Parts of header words that mean this column where no whole word does. */
  readonly parts?: readonly string[]
  /** Whether a table without it is no category table. */
  readonly isRequired: boolean
  /** Whether every row must fill it in. */
  readonly isFilled: boolean
  /** Whether a blank cell means "as above". */
  readonly inherits: boolean
}

const generalLabels = ['类目', '類目', 'Category']

/** The contract of the category documents that mini-program platforms publish. */
export const categoryContract: TableContract = {
  headings: [
    ...forms('category', '：', ['一级类目', '一级分类', '一級類目', '一級分類', '主类目', '类目', '類目']),
    ...forms('category', ': ', [
      'Category',
      'Primary category',
      'First-level category',
      'Level 1 category',
      'Top-level category',
    ]),
    ...forms('group', '：', ['二级类目', '二级分类', '二級類目', '二級分類']),
    ...forms('group', ': ', ['Second-level category', 'Level 2 category']),
  ],
  columns: [
    {
      role: 'ordinal',
      names: ['序号', '编号', '序', 'no', 'no.', '#', 'id', 'index'],
      isRequired: false,
      isFilled: false,
      inherits: false,
    },
    {
      role: 'category',
      names: [
        ...[
          '一级类目',
          '一级分类',
          '主类目',
          '类目',
          '一級類目',
          '一級分類',
          '類目',
          '行业',
          '所属行业',
          '行业类目',
        ],
        ...['category', 'primary category', 'first-level category', 'level 1 category', 'top-level category'],
      ],
      isRequired: false,
      isFilled: true,
      inherits: true,
    },
    {
      role: 'group',
      names: [
        '二级类目',
        '二级分类',
        '二級類目',
        '二級分類',
        'second-level category',
        'level 2 category',
        'subcategory',
      ],
      isRequired: false,
      isFilled: true,
      inherits: true,
    },
    {
      role: 'key',
      names: [
        ...['二级类目', '二级分类', '二級類目', '二級分類', '三级类目', '三级分类', '三級類目', '三級分類'],
        ...['子类目', '细分类目', '类目', '类目名称', '子類目', '類目', '類目名稱', '服务类目'],
        ...[
          'subcategory',
          'sub-category',
          'second-level category',
          'third-level category',
          'level 2 category',
        ],
        ...['level 3 category', 'category', 'category name', 'subcategory name', 'service category'],
      ],
      parts: ['经营类目', '二级类目', '三级类目', '子类目', 'subcategory'],
      isRequired: true,
      isFilled: true,
      inherits: false,
    },
    {
      role: 'qualification',
      names: [
        ...[
          '资质',
          '资质要求',
          '准入要求',
          '准入条件',
          '所需资质',
          '需提供材料',
          '所需材料',
          '资质材料',
          '資質',
          '資質要求',
          '所需資質',
        ],
        ...['提交材料', '材料要求', '证照', '证照要求', '许可证', '资质证明', '需提供的材料', '需提供資料'],
        ...[
          'qualification',
          'qualifications',
          'required qualifications',
          'required qualification',
          'requirement',
        ],
        ...[
          'requirements',
          'licence',
          'license',
          'licences',
          'licenses',
          'required licences',
          'required licenses',
        ],
        ...[
          'required licence',
          'required license',
          'required documents',
          'licences required',
          'licenses required',
        ],
      ],
      parts: [
        '资质',
        '資質',
        '证照',
        '许可证',
        '材料',
        '资料',
        '資料',
        '證照',
        '許可證',
        'qualification',
        'licence',
        'license',
      ],
      isRequired: true,
      isFilled: false,
      inherits: false,
    },
    {
      role: 'note',
      names: [
        '备注',
        '備註',
        '说明',
        '补充说明',
        '注意事项',
        '適用說明',
        'note',
        'notes',
        'remark',
        'remarks',
        'comment',
        'comments',
      ],
      isRequired: false,
      isFilled: false,
      inherits: false,
    },
  ],
}

function forms(
  role: HeadingForm['role'],
  separator: string,
  labels: readonly string[],
): readonly HeadingForm[] {
  return labels.map((label) => ({role, label, separator, isGeneral: generalLabels.includes(label)}))
}
