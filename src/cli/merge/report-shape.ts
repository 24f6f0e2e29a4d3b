import {list, matching, object, oneOf, type Shape, yesOrNo} from '../../shape/shapes.ts'

const string = matching((value) => typeof value === 'string', {en: 'a text', zh: '文本'})

const count = matching((value) => Number.isSafeInteger(value) && (value as number) >= 0, {
  en: 'a whole number from 0',
  zh: '不小于 0 的整数',
})

const shardNumber = matching(
  (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= 9999,
  {
    en: 'a whole number from 1 to 9999',
    zh: ' 1 至 9999 的整数',
  },
)

const point = whole({line: count, column: count, offset: count})

const edit = whole({start: count, end: count, text: string})

const finding = whole(
  {
    rule: string,
    level: oneOf('error', 'warning', 'info'),
    message: string,
    start: point,
    end: point,
    fingerprint: string,
  },
  {
    help: string,
    category: string,
    key: string,
    column: string,
    related: list(whole({path: string, start: point, end: point, message: string})),
    fix: whole({safe: yesOrNo, edits: list(edit)}),
  },
)

const shard = whole({index: shardNumber, count: shardNumber})

const counts = {files: count, errors: count, warnings: count, infos: count, fixable: count}

/** What `--format json` writes. */
export const reportShape = whole(
  {
    version: oneOf(1),
    files: list(
      whole(
        {path: string, findings: list(finding)},
        {bom: matching((value) => value === true, {en: 'true', zh: ' true'}), suppressed: list(finding)},
      ),
    ),
    summary: whole(counts, {fixed: count}),
  },
  {shard},
)

type Shapes = Readonly<Record<string, Shape>>

/** An object with all of the first fields, perhaps some of the second, and no others. */
function whole(required: Shapes, optional: Shapes = {}): Shape {
  return object(new Map(Object.entries({...required, ...optional})), Object.keys(required))
}
