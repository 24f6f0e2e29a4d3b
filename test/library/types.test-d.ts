import {defineRule} from '../../src/index.ts'

// What must not compile, each held by the comment above it: the type check fails where one of them compiles.

const base = {id: 'a', summary: {en: '', zh: ''}, level: 'error'} as const
const messages = {
  found: {en: 'Found {name}', zh: '{name}'},
  plain: {en: 'Found', zh: '有'},
  counted: {en: 'Found', zh: '有', help: {en: 'remove {count|row|rows}', zh: '{count}'}},
} as const
const at = {start: 0, end: 1}

export const right = defineRule({
  ...base,
  messages,
  options: {
    limit: {type: 'integer', default: 1, description: {en: '', zh: ''}},
    style: {type: 'choice', values: ['a', 'b'], default: 'a', description: {en: '', zh: ''}},
  },
  check({report, options}) {
    const limit: number = options.limit
    const style: 'a' | 'b' = options.style
    report('found', {at, data: {name: `${limit}${style}`}})
    report('plain', {at})
    report('counted', {at, data: {count: 2}})
    // @ts-expect-error there is no such option
    options.limits
  },
})

export const wrong = defineRule({
  ...base,
  messages,
  check({report}) {
    // @ts-expect-error there is no such message
    report('fuond', {at})
    // @ts-expect-error the message needs a name
    report('found', {at})
    // @ts-expect-error the message has no such value
    report('found', {at, data: {nmae: 'a'}})
    // @ts-expect-error the help needs a count
    report('counted', {at, data: {}})
    // @ts-expect-error a finding stands somewhere
    report('plain', {})
  },
})

// @ts-expect-error a message is written in both languages
export const english = defineRule({...base, messages: {plain: {en: 'Found'}}, check() {}})
