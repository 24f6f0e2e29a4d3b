import type {HeadingDeclaration, TableDeclaration, TableDeclarations} from './declaration.ts'

const generalLabels = ['类目', '類目', 'Category']

/** The category tables that mini-program platforms publish: a row is a subcategory and what it asks for. */
const categories: TableDeclaration = {
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
      name: 'ordinal',
      role: 'ordinal',
      headers: ['序号', '编号', '序', 'no', 'no.', '#', 'id', 'index'],
      optional: true,
    },
    {
      name: 'category',
      role: 'category',
      headers: [
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
      optional: true,
      required: true,
      inherits: true,
    },
    {
      name: 'group',
      role: 'group',
      headers: [
        '二级类目',
        '二级分类',
        '二級類目',
        '二級分類',
        'second-level category',
        'level 2 category',
        'subcategory',
      ],
      optional: true,
      required: true,
      inherits: true,
    },
    {
      name: 'subcategory',
      role: 'key',
      unique: 'category',
      headers: [
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
      headerEndings: ['经营类目', '二级类目', '三级类目', '子类目', 'subcategory'],
      required: true,
    },
    {
      name: 'qualification',
      role: 'qualification',
      headers: [
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
      headerEndings: [
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
    },
    {
      name: 'note',
      role: 'note',
      headers: [
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
      optional: true,
    },
  ],
}

function forms(
  role: HeadingDeclaration['role'],
  separator: string,
  labels: readonly string[],
): readonly HeadingDeclaration[] {
  return labels.map((label) => ({role, label, separator, isGeneral: generalLabels.includes(label)}))
}

/** Words by which a cell refers to no subcategory in particular. */
const allOrNone = [
  ...[
    '全部',
    '所有',
    '不限',
    '全类目',
    '全部类目',
    '所有类目',
    '全部二级类目',
    '所有二级类目',
    '无',
    '同上',
    '其他',
  ],
  ...['合计', '总计', '小计', '共计', 'total'],
  ...['all', 'any', 'none', 'n/a', '*', '/', '-', '--', '—', '——'],
]

/** Tables that say of subcategories stated elsewhere who may use something: 娱乐 beside 直播、直播答题. */
const categoryReferences: TableDeclaration = {
  furtherColumns: true,
  // A log of changes names what is no more, or not yet.
  excludedHeaders: ['变更', '调整', '操作', '状态', '删除', '新增', 'change', 'status', 'action'],
  missingValues: allOrNone,
  columns: [
    {
      name: 'category',
      role: 'category',
      headers: [
        '一级类目',
        '一级分类',
        '一級類目',
        '一級分類',
        '主类目',
        'primary category',
        'first-level category',
      ],
      inherits: true,
      references: {table: 'categories', column: 'category', tentative: true},
    },
    {
      name: 'subcategory',
      headers: [
        '二级类目',
        '二级分类',
        '二級類目',
        '二級分類',
        '子类目',
        '子類目',
        'subcategory',
        'second-level category',
      ],
      separator: ['、', '，', ',', '；', ';', '\n'],
      references: {table: 'categories', column: 'subcategory', withinCategory: true, tentative: true},
    },
  ],
}

/** The declarations that hold where a user states none of the same name. */
export const builtInTables = {
  categories,
  'category-references': categoryReferences,
} satisfies TableDeclarations
