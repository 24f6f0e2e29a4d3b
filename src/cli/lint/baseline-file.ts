import {existsSync} from 'node:fs'
import {entriesIn} from '../../baseline/format.ts'
import type {BaselineEntry} from '../../baseline/model.ts'
import {LineIndex} from '../../text/lines.ts'
import {RunError} from '../errors.ts'
import {readFile} from '../read.ts'

/** The entries in a baseline's file. Nothing if there is none and one is to be made. */
export function readBaseline(
  absolute: string,
  path: string,
  mayBeMissing: boolean,
): readonly BaselineEntry[] | undefined {
  if (!existsSync(absolute)) {
    if (mayBeMissing) return undefined
    const what = {en: 'there is no such baseline', zh: '没有这个基线文件'}
    const todo = {en: 'record one with --update-baseline', zh: '请用 --update-baseline 建立'}
    throw new RunError(what, {path, todo})
  }
  const text = readFile(absolute, path).replace(/^\uFEFF/, '')
  const entries = entriesIn(parse(text, path))
  if (entries) return entries
  throw new RunError(
    {en: 'is no baseline of catalint', zh: '不是 catalint 的基线文件'},
    {path, todo: otherPath},
  )
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const marker = /^(?:<{7}|={7}|>{7})/m.exec(text)
    if (!marker) {
      const what = {en: 'is no baseline: it is not JSON', zh: '不是基线文件：不是 JSON'}
      throw new RunError(what, {path, todo: otherPath, cause})
    }
    const {line} = new LineIndex(text).pointAt(marker.index)
    const what = {en: `has a merge conflict in line ${line}`, zh: `第 ${line} 行有合并冲突`}
    throw new RunError(what, {path, todo: keepBoth, cause})
  }
}

const otherPath = {
  en: 'name another path, or remove the file and record a new one with --update-baseline',
  zh: '请指定别的路径，或删去该文件后用 --update-baseline 重新建立',
}

const keepBoth = {
  en: 'keep the lines of both sides without the marks, then run --update-baseline',
  zh: '保留双方的行并删去冲突标记，再运行 --update-baseline',
}
