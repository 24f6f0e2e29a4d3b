import {parse, TomlError} from 'smol-toml'
import {LineIndex} from '../../text/lines.ts'
import {type Parsed, SyntaxFault} from './parsed.ts'

/** Reads TOML. Its parser tells places of faults only. */
export function parseToml(text: string): Parsed {
  try {
    return {value: parse(text), offsetOf: () => undefined}
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    // The lines after the first are a picture of the place.
    const message = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')
    const offset = new LineIndex(text).rangeOf(error.line).start + error.column - 1
    throw new SyntaxFault(offset, {en: `not valid TOML: ${message}`, zh: `不是有效的 TOML：${message}`})
  }
}
