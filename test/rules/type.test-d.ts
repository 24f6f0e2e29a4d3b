import {defineRule} from '../../src/index.ts'

// What a rule's author gets wrong must not compile.
defineRule({
  id: 'type-test',
  summary: {en: 'For the compiler alone.', zh: '仅供编译器检查。'},
  level: 'warning',
  options: {
    ending: {
      type: 'choice',
      values: ['stop', 'none'],
      default: 'none',
      description: {en: 'How.', zh: '方式。'},
    },
    limit: {type: 'integer', default: 3, description: {en: 'How many.', zh: '数量。'}},
    words: {type: 'strings', default: [], description: {en: 'Which.', zh: '哪些。'}},
  },
  messages: {
    plain: {en: 'Nothing to fill in', zh: '没有占位符'},
    filled: {
      en: 'Unexpected `{found}` in {count|row|rows}',
      zh: '{count} 行中有“{found}”',
      help: {en: 'write `{expected}`', zh: '改为“{expected}”'},
    },
  },
  check({options, report}) {
    const at = {start: 0, end: 0}
    const ending: 'stop' | 'none' = options.ending
    const limit: number = options.limit
    const words: readonly string[] = options.words
    report('plain', {at})
    report('filled', {at, column: 'key', data: {found: ending, count: limit, expected: words.join('、')}})
    // @ts-expect-error: there is no such message
    report('fillled', {at})
    // @ts-expect-error: the message has nothing to fill in
    report('plain', {at, data: {found: ending}})
    // @ts-expect-error: the message needs values
    report('filled', {at})
    // @ts-expect-error: the help needs one more
    report('filled', {at, data: {found: ending, count: limit}})
    // @ts-expect-error: there is no such column
    report('plain', {at, column: 'licence'})
    // @ts-expect-error: there is no such option
    report('plain', {at: options.range})
    // @ts-expect-error: the option takes other values
    if (options.ending === 'majority') report('plain', {at})
  },
})
