import type {Exchange} from '../src/dataset/exchanges.ts'
import type {TableRecord} from '../src/dataset/model.ts'
import {defineRule} from '../src/rule.ts'
import {nameKey} from '../src/text/normalize.ts'

export const noMisplacedColumn = defineRule({
  id: 'no-misplaced-column',
  summary: {
    en: 'Disallow a value that belongs to another column or to another level.',
    zh: '禁止写在别的列或别的层级上的值。',
  },
  level: 'error',
  fix: 'suggestion',
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: {
        en: 'Names of rows that stand as they should, whatever they look like.',
        zh: '无论看起来如何，其实没有写错位置的行的名称。',
      },
    },
  },
  messages: {
    lostHeading: {
      en: 'Unexpected category name `{name}` in the column `{column}`: `{qualification}` beside it is no qualification but reads as its first subcategory',
      zh: '“{column}”列中的“{name}”像是一个类目：旁边的“{qualification}”不是资质，而像是它的第一个子类目',
      help: {
        en: 'end the table above this row, write a heading for `{name}` and a new table head, and make `{qualification}` its first row; the {following|row|rows} below then belong to it',
        zh: '在本行之前结束表格，为“{name}”写标题和新的表头，以“{qualification}”为第一行；其下 {following} 行随之归入该类目',
      },
    },
    maybeLostHeading: {
      level: 'warning',
      en: 'Unexpected `{qualification}` as a qualification: is `{name}` a category, and this its first subcategory?',
      zh: '“{qualification}”不像资质：“{name}”是不是一个类目，而它是第一个子类目？',
      help: {
        en: 'if so, end the table above this row and write a heading for `{name}`; the {following|row|rows} below then belong to it; if not, say in the column `{column}` what is asked for',
        zh: '如果是，请在本行之前结束表格，为“{name}”写标题，其下 {following} 行随之归入；如果不是，请改写资质，使人看得出要求什么（“{column}”列）',
      },
    },
    ownCategory: {
      en: 'Unexpected name of the category itself in the column `{column}`, with `{qualification}` beside it: the row is shifted by one column',
      zh: '“{column}”列中写的是类目本身的名称，旁边是“{qualification}”：本行错开了一列',
      help: {
        en: 'write `{qualification}` in the column `{column}`',
        zh: '把“{qualification}”写到“{column}”列',
      },
    },
    headingAsKey: {
      en: 'Unexpected category heading `{name}` in a row of a table: the rows below belong to another category than they stand under',
      zh: '表格的一行里写着类目标题“{name}”：其下各行归入了错误的类目',
      help: {
        en: 'end the table above this row, make it a heading, and write a new table head below it',
        zh: '在本行之前结束表格，把它写成标题，并在下面写新的表头',
      },
    },
    swapped: {
      en: 'Unexpected requirement in the column `{column}` with a name beside it: the two values are swapped',
      zh: '“{column}”列中写的是资质要求，旁边的却是名称：两个值写反了',
      help: {en: 'swap the two cells', zh: '对调这两个单元格'},
    },
    exchanged: {
      en: 'Unexpected `{value}` in the column `{column}` and `{otherValue}` in `{other}`: each is right in the other column',
      zh: '“{column}”列的 `{value}` 与“{other}”列的 `{otherValue}` 写反了：两者都符合对方的列',
      help: {en: 'swap the two cells', zh: '对调这两个单元格'},
    },
    requirementAsKey: {
      en: 'Unexpected requirement in the column `{column}`, expected a name',
      zh: '“{column}”列中写的是资质要求，应为名称',
      help: {
        en: 'move the requirement to its column and write the name it applies to',
        zh: '把资质要求移到所属的列，并写上它对应的名称',
      },
    },
  },
  check({document, options, report}) {
    const ignored = new Set(options.ignore)
    for (const record of document.records) {
      const {misplacement, name, table} = record
      if (ignored.has(name)) continue
      if (record.exchange) reportExchange(record, record.exchange)
      if (!misplacement) continue
      const role = misplacement.key === record.cells.category ? 'category' : 'key'
      const column = table.columns.find((one) => one.role === role)?.label ?? ''
      const edits = document.mending.misplacement(record)
      const fix = edits ? {fix: {safe: false, edits}} : {}
      const place = {at: misplacement.key.range, record, column: role, ...fix} as const
      if (misplacement.kind === 'requirement-as-key') report('requirementAsKey', {data: {column}, ...place})
      else if (misplacement.kind === 'heading-as-key') report('headingAsKey', {data: {name}, ...place})
      else if (misplacement.kind === 'swapped') {
        const related = [{at: misplacement.qualification.range, message: {en: 'the name', zh: '名称'}}]
        report('swapped', {related, data: {column}, ...place})
      } else {
        const message = {en: 'its first subcategory', zh: '它的第一个子类目'}
        const data = {
          name,
          column,
          qualification: record.qualification ?? '',
          following: misplacement.following,
        }
        const related = [{at: misplacement.qualification.range, message}]
        if (nameKey(name) === nameKey(record.category ?? '')) report('ownCategory', {data, ...place})
        else report(misplacement.isCertain ? 'lostHeading' : 'maybeLostHeading', {related, data, ...place})
      }
    }

    function reportExchange(record: TableRecord, [first, second]: Exchange) {
      const [one, other] = [first, second].map(({index}) => record.row.cells[index])
      if (!one || !other) return
      const edits = document.mending.exchange(record, [first, second])
      report('exchanged', {
        at: one.content.bare,
        record,
        column: first,
        data: {
          value: one.content.text.trim(),
          column: first.label,
          otherValue: other.content.text.trim(),
          other: second.label,
        },
        related: [{at: other.content.bare, message: {en: 'the other value', zh: '另一个值'}}],
        ...(edits ? {fix: {safe: false, edits}} : {}),
      })
    }
  },
})
