// Counts the elements and characters that built-in functions go through. Counts of executed code do not show them:
// `array.includes(…)` for each row would pass for linear. Still unseen: how often a regular expression goes back over
// text, what spreads the properties of an object, and comparing texts.

const {indexOf} = Array.prototype
const {indexOf: indexInText} = String.prototype
const steps = new Map()
let isCounting = false

/** Runs a function and tells how many steps each built-in function took for it. */
export function countBuiltIns(run) {
  steps.clear()
  isCounting = true
  try {
    return {result: run(), steps: new Map(steps)}
  } finally {
    isCounting = false
  }
}

/** Once for the process, since V8 does not take back what it then gives up. */
export function wrapBuiltIns() {
  const TypedArray = Object.getPrototypeOf(Uint8Array)
  wrapEach(Array.prototype, ['indexOf', 'lastIndexOf', 'includes'], untilFound)
  wrapEach(Array.prototype, ['slice', 'concat', 'flat', 'toSpliced', 'map', 'filter'], ofResult)
  wrapEach(Array.prototype, ['reverse', 'toReversed', 'sort', 'toSorted', 'with', 'fill', 'shift'], ofThis)
  wrapEach(Array.prototype, ['unshift', 'join', 'copyWithin'], ofThis)
  wrapEach(Array.prototype, ['splice'], ofMoved)
  wrapEach(TypedArray.prototype, ['indexOf', 'includes', 'slice', 'set', 'sort', 'fill', 'join'], ofThis)
  wrapEach(Object, ['keys', 'values', 'entries', 'assign', 'fromEntries'], ofProperties)
  wrapEach(String.prototype, ['indexOf', 'lastIndexOf', 'includes'], untilFound)
  wrapEach(String.prototype, ['slice', 'substring', 'repeat', 'padStart', 'padEnd', 'concat'], ofResult)
  wrapEach(String.prototype, ['split', 'replace', 'replaceAll', 'trim', 'trimStart', 'trimEnd'], ofThis)
  wrapEach(String.prototype, ['normalize', 'toLowerCase', 'toUpperCase'], ofThis)
  // What takes a regular expression asks `exec`, once that is not the built-in one.
  wrapEach(RegExp.prototype, ['exec'], ofMatch)
  wrapEach(JSON, ['stringify'], ofResult)
  const iterables = [[], new Set(), new Map(), '', ''.matchAll(/a/g)]
  // Spreading, `Array.from` and `new Set(…)` go this way.
  for (const each of iterables) wrapEach(Object.getPrototypeOf(each[Symbol.iterator]()), ['next'], () => 1)
}

function wrapEach(owner, names, stepsOf) {
  for (const name of names) {
    const original = owner[name]
    const label = `${nameOf(owner)}.${name}`
    owner[name] = {
      [name](...args) {
        if (!isCounting) return original.apply(this, args)
        const from = this?.lastIndex
        const result = original.apply(this, args)
        steps.set(label, (steps.get(label) ?? 0) + 1 + stepsOf(result, this, args, from))
        return result
      },
    }[name]
  }
}

function nameOf(owner) {
  return owner[Symbol.toStringTag] ?? owner.name ?? owner.constructor.name
}

function ofThis(_, {length}) {
  return length
}

function ofResult(result) {
  return result?.length ?? 0
}

/** What stood behind the cut moves. */
function ofMoved(removed, {length}, [start = 0, , ...added]) {
  const place = start < 0 ? Math.max(0, length + start) : start
  return removed.length + added.length + Math.max(0, length - added.length - place)
}

function ofProperties(result, _, [argument]) {
  return result.length ?? argument?.length ?? 0
}

/** From where a search begins to where it ends; backwards ones are taken for as long as forward ones. */
function untilFound(result, within, [sought, from]) {
  const start = typeof from === 'number' ? Math.max(0, from) : 0
  const place = result === true ? placeIn(within, sought, start) : result
  return typeof place === 'number' && place >= 0
    ? Math.abs(place - start)
    : Math.max(0, within.length - start)
}

function placeIn(within, sought, start) {
  const search = typeof within === 'string' ? indexInText : indexOf
  return search.call(within, sought, start)
}

/** From where the search begins to the end of what was found. A sticky one that fails looked at one place. */
function ofMatch(result, {sticky, global, source, multiline}, [text], from) {
  const start = sticky || global ? from : 0
  if (result) return result.index + result[0].length - start
  const isAnchored = sticky || (source.startsWith('^') && !multiline)
  return isAnchored ? 0 : String(text).length - start
}
