import {type DataPath, expected, missing, type Problem} from '../shape/problem.ts'
import {isVerified} from './knowledge.ts'
import type {VocabularyEntry} from './types.ts'

/** Whether each entry agrees with itself, and each verified fact says where it is from. */
export function* factProblems(entries: readonly VocabularyEntry[]): Generator<Problem> {
  for (const [index, entry] of entries.entries()) {
    const path = ['licenses', index]
    yield* statusProblems(entry, path)
    yield* successorProblems(entry, path)
    yield* abolitionProblems(entry, path)
    for (const [number, kind] of (entry.kindOf ?? []).entries()) {
      if (isVerified(entry, kind) && !kind.source) yield noSource([...path, 'kindOf', number, 'source'])
    }
  }
}

function* statusProblems({status, successor, abolished}: VocabularyEntry, path: DataPath) {
  if (status === 'renamed' && !successor) yield missing([...path, 'successor'])
  if (status === 'abolished' && !abolished) yield missing([...path, 'abolished'])
  if (successor && abolished) yield expected([...path, 'abolished'], notBoth)
  else if (status && successor && status !== 'renamed' && status !== 'informal') {
    yield expected([...path, 'status'], {
      en: '"renamed" or "informal" with a successor',
      zh: ' "renamed" 或 "informal"：已有 successor',
    })
  } else if (status && abolished && status !== 'abolished') {
    yield expected([...path, 'status'], {
      en: '"abolished" with an abolition',
      zh: ' "abolished"：已有 abolished',
    })
  }
}

const notBoth = {en: 'either a successor or an abolition', zh: ' successor 与 abolished 二者之一'}

function* successorProblems(entry: VocabularyEntry, path: DataPath) {
  const {successor, status} = entry
  if (!successor || !isVerified(entry, successor)) return
  if (!successor.source) yield noSource([...path, 'successor', 'source'])
  if (!successor.from && status !== 'informal') yield noDate([...path, 'successor', 'from'])
}

function* abolitionProblems(entry: VocabularyEntry, path: DataPath) {
  const {abolished} = entry
  if (!abolished || !isVerified(entry, abolished)) return
  if (!abolished.source) yield noSource([...path, 'abolished', 'source'])
  if (!abolished.on) yield noDate([...path, 'abolished', 'on'])
}

function noSource(path: DataPath): Problem {
  return {
    path,
    message: {
      en: 'is missing: say where the fact is stated, or that it is not verified',
      zh: '缺失：请注明事实出处，或标明未经核实',
    },
  }
}

function noDate(path: DataPath): Problem {
  return {
    path,
    message: {
      en: 'is missing: say since when, or that the fact is not verified',
      zh: '缺失：请注明起始日期，或标明未经核实',
    },
  }
}
