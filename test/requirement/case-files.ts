import {readdirSync, readFileSync} from 'node:fs'

/** A text, what it means, and where in fixtures/requirements/ that is said. */
export interface WrittenCase {
  readonly file: string
  readonly line: number
  readonly text: string
  readonly meaning: string
  readonly remark: string
}

/** A text that can be read in two ways. `meaning` is the one to choose. */
export interface OpenCase extends WrittenCase {
  readonly other: string
}

const folder = new URL('../../fixtures/requirements/', import.meta.url)
const openFile = 'open.tsv'

export function readCaseFiles(): readonly WrittenCase[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv') && file !== openFile)
  return files
    .sort()
    .flatMap((file) =>
      readRows(file, 3).map(([where, [text, meaning, remark]]) => ({...where, text, meaning, remark})),
    )
}

export function readOpenCases(): readonly OpenCase[] {
  return readRows(openFile, 4).map(([where, [text, meaning, other, remark]]) => ({
    ...where,
    text,
    meaning,
    other,
    remark,
  }))
}

type Where = Pick<WrittenCase, 'file' | 'line'>
type Cells = readonly [string, string, string, string]

function readRows(file: string, width: number): readonly (readonly [Where, Cells])[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (index === 0 || line === '') return []
    const cells = line.split('\t')
    if (cells.length !== width)
      throw new Error(`${file}:${index + 1} has ${cells.length} cells, not ${width}`)
    const [text = '', second = '', third = '', fourth = ''] = cells
    return [[{file, line: index + 1}, [text.replaceAll('<br>', '\n'), second, third, fourth]] as const]
  })
}
