import {resolve} from 'node:path'
import type {RunReport, Shard} from '../../report/types.ts'
import {problemLines} from '../data/problem-lines.ts'
import {readJson} from '../data/read-json.ts'
import {RunError} from '../errors.ts'
import {Faults} from '../faults.ts'
import {reportShape} from './report-shape.ts'

/** A report and the path that it was read from. */
interface Part {
  readonly path: string
  readonly report: RunReport
}

/**
 * Reads JSON reports, in the order of their shards if they are of shards. Throws {@link Faults} if one is no report,
 * or if together they are not those of one run.
 */
export async function readReports(paths: readonly string[], cwd: string): Promise<readonly RunReport[]> {
  const parts: Part[] = []
  const errors: Error[] = []
  for (const path of paths) {
    try {
      parts.push({path, report: await readReport(resolve(cwd, path), path)})
    } catch (error) {
      if (error instanceof Faults) errors.push(...error.errors)
      else if (error instanceof RunError) errors.push(error)
      else throw error
    }
  }
  // What a report that cannot be read holds is not missing besides.
  if (errors.length === 0) errors.push(...shardFaults(parts), ...repeatedFiles(parts))
  if (errors.length > 0) throw new Faults(errors)
  return inOrder(parts)
}

async function readReport(absolute: string, path: string): Promise<RunReport> {
  const file = await readJson(absolute, path)
  const problems = [...reportShape(file.value, [])]
  if (problems.length === 0) return file.value as RunReport
  throw new Faults([notAReport(path), ...(await problemLines(problems, file))])
}

function inOrder(parts: readonly Part[]): readonly RunReport[] {
  const reports = parts.map(({report}) => report)
  return reports.sort((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0))
}

/** Each shard of one run must be there once. Reports of whole runs may be joined as they come. */
function shardFaults(parts: readonly Part[]): readonly RunError[] {
  const shards = parts.flatMap(({path, report: {shard}}) => (shard ? {path, shard} : []))
  const [first] = shards
  if (!first) return []
  const whole = parts.find(({report}) => !report.shard)
  if (whole) return [ofNoShard(whole.path)]
  const {count} = first.shard
  const other = shards.find(({shard}) => shard.count !== count)
  if (other) return [ofOtherCount(other.path, other.shard, count)]
  const beyond = shards.find(({shard}) => shard.index > count)
  if (beyond) return [ofNoSuchShard(beyond.path, beyond.shard)]
  const there = new Map(shards.map(({path, shard}) => [shard.index, path]))
  const twice = shards.filter(({path, shard}) => there.get(shard.index) !== path)
  const missing = Array.from({length: count}, (_, index) => index + 1).filter((index) => !there.has(index))
  return [
    ...twice.map(({path, shard}) => twiceThere(path, shard, String(there.get(shard.index)))),
    ...(missing.length > 0 ? [missingShards(missing, count)] : []),
  ]
}

function repeatedFiles(parts: readonly Part[]): readonly RunError[] {
  const firsts = new Map<string, Part>()
  return parts.flatMap((part) =>
    part.report.files.flatMap(({path: file}) => {
      const first = firsts.get(file) ?? part
      firsts.set(file, first)
      return first === part ? [] : [fileInTwo(part.path, file, first.path)]
    }),
  )
}

function notAReport(path: string): RunError {
  return new RunError(
    {en: 'is no report that catalint --format json wrote', zh: '不是 catalint --format json 写出的报告'},
    {path},
  )
}

function ofNoShard(path: string): RunError {
  return new RunError(
    {en: 'is the report of a whole run, others are of shards', zh: '是完整运行的报告，其余为分片报告'},
    {path, todo: {en: 'leave it out', zh: '请去掉它'}},
  )
}

function ofOtherCount(path: string, {index, count}: Shard, expected: number): RunError {
  return new RunError(
    {
      en: `is of shard ${index}/${count}, others are of ${expected} shards`,
      zh: `属于分片 ${index}/${count}，其余报告共分 ${expected} 片`,
    },
    {path, todo: {en: 'join the reports of one run', zh: '请合并同一次运行的报告'}},
  )
}

function ofNoSuchShard(path: string, {index, count}: Shard): RunError {
  return new RunError(
    {en: `is of shard ${index}/${count}, of which there is none`, zh: `属于并不存在的分片 ${index}/${count}`},
    {path, todo: {en: 'write it again', zh: '请重新生成'}},
  )
}

function twiceThere(path: string, {index, count}: Shard, other: string): RunError {
  return new RunError(
    {en: `is of shard ${index}/${count}, as ${other} is`, zh: `与 ${other} 同为分片 ${index}/${count}`},
    {path, todo: {en: 'name one of them', zh: '请只写其中一个'}},
  )
}

function missingShards(missing: readonly number[], count: number): RunError {
  const list = missing.map((index) => `${index}/${count}`)
  return new RunError(
    {
      en: `the report of shard ${list.join(', ')} is missing`,
      zh: `缺少分片 ${list.join('、')} 的报告`,
    },
    {todo: {en: 'name the reports of all shards', zh: '请写出所有分片的报告'}},
  )
}

function fileInTwo(path: string, file: string, other: string): RunError {
  return new RunError(
    {en: `states ${file}, as ${other} does`, zh: `与 ${other} 都含有 ${file}`},
    {path, todo: {en: 'join reports of different files', zh: '请合并不同文件的报告'}},
  )
}
