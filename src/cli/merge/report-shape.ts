import {list, matching, object, oneOf, type Shape, string, wholeNumber, yesOrNo} from '../../shape/shapes.ts'

const count = wholeNumber(0)

const shardNumber = wholeNumber(1, 9999)

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
