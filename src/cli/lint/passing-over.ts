import {mayConcern, readWithout} from '../../concern.ts'
import {definedBy, type Reader} from './reading.ts'

/** Reads a document only where there may be something in it. Of others neither the parser nor the rules are loaded. */
export function passingOver(read: Reader): Reader {
  return async (document, options) => {
    if (mayConcern(document.source, options)) return await read(document, options)
    const text = readWithout(document.source, document.path)
    return {
      needsDefinitions: false,
      isDefined: true,
      define: () => definesNothing,
      ready: async () => text,
    }
  }
}

const definesNothing = definedBy(readWithout('', ''))
