import {setFlagsFromString} from 'node:v8'

/**
 * Has V8 collect what is dead whenever the heap has doubled. Left to itself it lets a small heap grow fourfold, so that what
 * large documents leave behind is most of what a run of many takes.
 */
export function holdSmall(): void {
  setHeapOption('--heap-growing-percent=100', '--heap-growing-percent=0')
  makeAllYoung()
}

/**
 * Has V8 make all objects where it clears away often. Where thousands of a kind live on, as the rows of a large document do, it
 * would make those of that kind elsewhere, and with them stays what they lead to: in half the runs half as much again.
 */
export function makeAllYoung(): void {
  setHeapOption('--no-allocation-site-pretenuring', '--allocation-site-pretenuring')
}

const known = new Set<string>()

/** @param usual what V8 has without it. */
function setHeapOption(option: string, usual: string): void {
  if (known.has(option)) return
  known.add(option)
  setFlagsFromString(option)
  // Code that is kept when the process ends bears the options of then: runs with others have to refuse it.
  process.prependOnceListener('exit', () => setFlagsFromString(usual))
}
