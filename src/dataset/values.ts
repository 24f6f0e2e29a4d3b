import type {TextPattern} from './contract.ts'
import type {ColumnDeclaration, ValueType} from './declaration.ts'

/** What keeps a value from being one of its column, in the terms of Table Schema. */
export type Violation =
  | {readonly constraint: 'type'; readonly expected: ValueType}
  | {readonly constraint: 'enum'; readonly expected: readonly string[]}
  | {readonly constraint: 'pattern'; readonly expected: string}
  | {readonly constraint: 'minLength' | 'maxLength'; readonly expected: number}

/** Finds the first constraint that a value breaks. */
export interface ValueTest {
  (value: string): Violation | null
  /** The values that there are; null where they are not listed. */
  readonly listed: ReadonlySet<string> | null
}

/** Tests values by what is declared of their column; null where any text will do. */
export function valueTest(
  column: ColumnDeclaration,
  compilePattern: (source: string) => TextPattern,
): ValueTest | null {
  const tests = [
    ...typeTest(column),
    ...enumTest(column),
    ...patternTest(column, compilePattern),
    ...lengthTests(column),
  ]
  if (tests.length === 0) return null
  const firstBroken = (value: string) => tests.find(({isMet}) => !isMet(value))?.violation ?? null
  return Object.assign(firstBroken, {listed: column.enum ? new Set(column.enum) : null})
}

interface Test {
  readonly violation: Violation
  readonly isMet: (value: string) => boolean
}

function typeTest({type = 'string'}: ColumnDeclaration): readonly Test[] {
  return type === 'string' ? [] : [{violation: {constraint: 'type', expected: type}, isMet: isOfType[type]}]
}

function enumTest({enum: allowed}: ColumnDeclaration): readonly Test[] {
  if (!allowed) return []
  const values = new Set(allowed)
  return [{violation: {constraint: 'enum', expected: allowed}, isMet: (value) => values.has(value)}]
}

function patternTest(
  {pattern}: ColumnDeclaration,
  compilePattern: (source: string) => TextPattern,
): readonly Test[] {
  if (pattern === undefined) return []
  const compiled = compilePattern(`^(?:${pattern})$`)
  return [{violation: {constraint: 'pattern', expected: pattern}, isMet: (value) => compiled.test(value)}]
}

function lengthTests({minLength, maxLength}: ColumnDeclaration): readonly Test[] {
  const tests: Test[] = []
  if (minLength !== undefined) {
    tests.push({
      violation: {constraint: 'minLength', expected: minLength},
      isMet: (value) => charactersIn(value) >= minLength,
    })
  }
  if (maxLength !== undefined) {
    tests.push({
      violation: {constraint: 'maxLength', expected: maxLength},
      isMet: (value) => charactersIn(value) <= maxLength,
    })
  }
  return tests
}

function charactersIn(value: string): number {
  return [...value].length
}

const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?`
const zone = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?`
const isTime = new RegExp(`^${time}${zone}$`)

/** The lexical forms of <https://datapackage.org/standard/table-schema/#field-types>. */
const isOfType: {readonly [T in Exclude<ValueType, 'string'>]: (value: string) => boolean} = {
  integer: (value) => /^[+-]?\d+$/.test(value),
  number: (value) => /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/.test(value),
  boolean: (value) => /^(?:true|True|TRUE|1|false|False|FALSE|0)$/.test(value),
  date: isDate,
  time: (value) => isTime.test(value),
  datetime(value) {
    const [date = '', clock = '', ...more] = value.split('T')
    return more.length === 0 && isDate(date) && isTime.test(clock)
  },
  year: (value) => /^-?\d{4,}$/.test(value),
  yearmonth: (value) => /^-?\d{4,}-(?:0[1-9]|1[0-2])$/.test(value),
}

/** A day of the calendar: JavaScript would take 30 February for a day in March. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
