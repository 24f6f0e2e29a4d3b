import type {Paint} from './theme.ts'
import {wrap} from './wrap.ts'

/** The text behind what stands before it, further lines below its beginning. */
export function hang(
  before: string,
  indent: number,
  text: string,
  width: number,
  paint: Paint = (line) => line,
): readonly string[] {
  const lines = wrap(text, Math.max(narrowest, width - indent))
  return lines.map((line, index) => (index === 0 ? before : ' '.repeat(indent)) + paint(line))
}

const narrowest = 20
