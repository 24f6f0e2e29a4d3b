import {headerWord} from '../dataset/columns.ts'
import type {ColumnDeclaration} from '../dataset/declaration.ts'
import {type ColumnSurvey, type HeaderShape, mostChoices} from './survey.ts'

/** Fewer rows than that say nothing of the next one. */
const enoughRows = 4

const longestChoice = 20

const longestHeader = 60

/** Whether header words tell the columns apart, so that they can be declared by them. */
export function isDeclarable({headers}: HeaderShape): boolean {
  const words = headers.map(headerWord)
  const isPlain = headers.every((header) => header.length <= longestHeader && header !== '__proto__')
  return (
    isPlain &&
    !words.includes('') &&
    new Set(words).size === words.length &&
    new Set(headers).size === words.length
  )
}

/** Columns as the tables of a shape have them: what holds for all rows that are there. */
export function proposeColumns({headers, columns}: HeaderShape): readonly ColumnDeclaration[] {
  const key = columns.findIndex(mayBeKey)
  return headers.map((name, index) => {
    const column = columns[index]
    if (!column) return {name}
    return {
      name,
      ...(isFilled(column) ? {required: true} : {}),
      ...(index === key ? {unique: true} : {}),
      ...(index !== key && mayBeChoice(column) ? {enum: [...column.values]} : {}),
    }
  })
}

/** The first column that could be what the rows are called by. */
function mayBeKey(column: ColumnSurvey): boolean {
  return isFilled(column) && !column.repeats
}

function isFilled({rows, blanks}: ColumnSurvey): boolean {
  return rows >= enoughRows && blanks === 0
}

/** Few values that come again and again. */
function mayBeChoice({rows, blanks, values}: ColumnSurvey): boolean {
  const isRepeated = rows - blanks >= Math.max(enoughRows, 2 * values.size)
  return (
    isRepeated && values.size <= mostChoices && [...values].every((value) => value.length <= longestChoice)
  )
}
