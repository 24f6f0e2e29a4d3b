import type {Operator, Reading} from '../syntax.ts'
import type {Operand} from '../terms/read-term.ts'
import type {Token} from '../tokens/token.ts'
import {withBrackets} from './brackets.ts'
import {Collector} from './collector.ts'
import type {Join} from './grouping.ts'
import {takeOperator} from './operators.ts'
import {segmentsOf} from './segments.ts'

/** The operands of a clause, before they are read themselves. */
export interface OperandList {
  readonly operands: readonly ListedOperand[]
  readonly choiceConditions: readonly ChoiceCondition[]
  readonly operator: Operator | null
}

/** An operand of a list, and how it is joined. */
export interface ListedOperand extends Operand {
  readonly join: Join
  readonly tokens: Token[]
  readonly conditions: Token[][]
  readonly notes: Token[][]
  readonly repetitions: Token[]
  /** Whether a licence or document is named in it. */
  readonly hasName: boolean
  /** Whether the verb before it says that it is not asked for. */
  readonly isDenied: boolean
  /** Whether its join leaves open what it belongs to: a bare comma, or `、` after a condition. */
  readonly isDoubtful: boolean
}

/** A condition on the operands before that index. */
export interface ChoiceCondition {
  readonly before: number
  readonly tokens: readonly Token[]
}

/** Divides a clause at the connectives that join licences or documents. All other connectives are text. */
export function readOperands(reading: Reading, tokens: readonly Token[]): OperandList {
  const {rest, operator} = takeOperator(reading, withBrackets(tokens))
  const collector = new Collector(reading.folded)
  for (const segment of segmentsOf(reading.folded, rest)) collector.add(segment)
  collector.finish()
  return {operands: collector.operands, choiceConditions: collector.choiceConditions, operator}
}
