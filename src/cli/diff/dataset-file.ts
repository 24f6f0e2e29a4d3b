import type {ComparedData} from '../../diff/side.ts'
import {type Problem, printProblem} from '../../shape/problem.ts'
import {isObject} from '../../shape/shapes.ts'
import {LineIndex} from '../../text/lines.ts'
import {SyntaxFault} from '../data/parsed.ts'
import {RunError} from '../errors.ts'
import {datasetShape} from './dataset-shape.ts'

/** Reads a dataset that `catalint export --to json` wrote, or throws a {@link RunError}. */
export async function readDatasetText(text: string, path: string): Promise<ComparedData> {
  const value = await parse(text.replace(/^\uFEFF/, ''), path)
  if (!isObject(value) || !Object.hasOwn(value, 'categories')) throw noDataset(path)
  if (value.version !== 1) throw otherVersion(path)
  const [problem] = datasetShape(value, [])
  if (problem) throw wrong(problem, path)
  // The shape says so.
  return value as unknown as ComparedData
}

async function parse(text: string, path: string): Promise<unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw await notJson(text, path, error)
  }
}

/** Where it stops being JSON, as the parser of configurations tells it. */
async function notJson(text: string, path: string, cause: unknown): Promise<RunError> {
  const {parseJson} = await import('../data/json.ts')
  try {
    parseJson(text)
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      const {line, column} = new LineIndex(text).pointAt(fault.offset)
      return new RunError(fault.what, {path: `${path}:${line}:${column}`, cause: fault})
    }
  }
  return new RunError({en: 'not JSON', zh: '不是 JSON'}, {path, cause})
}

function noDataset(path: string): RunError {
  return new RunError(
    {en: 'this is no dataset', zh: '这不是数据集'},
    {path, todo: {en: 'write one with catalint export --to json', zh: '请用 catalint export --to json 生成'}},
  )
}

function otherVersion(path: string): RunError {
  return new RunError(
    {en: 'a dataset of another version than 1', zh: '数据集的版本不是 1'},
    {
      path,
      todo: {
        en: 'write it anew with this version of catalint',
        zh: '请用当前版本的 catalint 重新生成',
      },
    },
  )
}

function wrong(problem: Problem, path: string): RunError {
  const {en, zh} = printProblem(problem)
  return new RunError({en: `not as a dataset is: ${en}`, zh: `不符合数据集的格式：${zh}`}, {path})
}
