import type {Key} from '../../src/cache/key.ts'
import {Line} from '../../src/cache/line.ts'

/** A key of digits, as long as a digest. */
export function keyNamed(slot: string, state = 's'): Key {
  return {slot: slot.padEnd(43, '_'), state: state.padEnd(43, '_')}
}

export function lineNamed(slot: string, day = 20_000, file = `${slot}.md`): Line {
  const [head, shown, findings] = [`1\u001F${slot}`, '0,0', '0'].map((field) => Buffer.from(field))
  if (!head || !shown || !findings) throw new Error('no field')
  return Line.of({...keyNamed(slot), day, file, head, shown, findings, definitions: Buffer.from('0,0')})
}
