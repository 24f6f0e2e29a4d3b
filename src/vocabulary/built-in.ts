import data from './licenses.json' with {type: 'json'}
import type {VocabularyData} from './types.ts'
import {createVocabulary, type Vocabulary} from './vocabulary.ts'

/** The vocabulary that comes with the program, made when it is first asked for. */
export function builtInVocabulary(): Vocabulary {
  builtIn ??= createVocabulary(data as VocabularyData)
  return builtIn
}

let builtIn: Vocabulary | undefined
