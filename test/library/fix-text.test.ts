import {describe, expect, it} from 'vitest'
import {ConfigurationError, defineRule, fixText, lintText} from '../../src/index.ts'

const table = ['## 一级类目：甲', '', '| 二级类目 | 资质 |', '| --- | --- |', ''].join('\n')
const spaced = `${table}| 乙 | 《营业执照 》 |\n| 丙 | 《丁证 》 |\n`

describe('fixText', () => {
  it('states the text, what is left and what was changed', () => {
    const fixed = fixText(spaced, {path: 'docs/a.md'})
    expect(fixed).toEqual({
      path: 'docs/a.md',
      output: `${table}| 乙 | 《营业执照》 |\n| 丙 | 《丁证》 |\n`,
      findings: lintText(fixed.output, {path: 'docs/a.md'}).findings,
      edits: [
        {start: spaced.indexOf(' 》'), end: spaced.indexOf('》 |\n| 丙'), text: ''},
        {start: spaced.lastIndexOf(' 》'), end: spaced.lastIndexOf('》'), text: ''},
      ],
      fixed: 2,
      passes: 1,
      complete: true,
    })
  })

  it('applies suggestions only where they are asked for', () => {
    const bare = `${table}| 乙 | 营业执照 |\n`
    expect(fixText(bare).output).toBe(bare)
    expect(fixText(bare, {suggestions: true}).output).toBe(`${table}| 乙 | 《营业执照》 |\n`)
  })

  it('fixes only what it is told to, and by the rules that are on', () => {
    const second = fixText(spaced, {only: ({start}) => start.line === 6})
    expect(second.output).toBe(spaced.replace('丁证 ', '丁证'))
    expect(fixText(spaced, {rules: {'license-spacing': 'off'}}).output).toBe(spaced)
    expect(() => fixText(spaced, {rules: {nope: 'off'}})).toThrow(ConfigurationError)
  })

  it.each([
    ['CRLF', spaced.replaceAll('\n', '\r\n')],
    ['CR', spaced.replaceAll('\n', '\r')],
    ['no final line ending', spaced.slice(0, -1)],
    ['mixed line endings', spaced.replace('\n', '\r\n')],
  ])('keeps %s', (_, source) => {
    expect(fixText(source).output).toBe(source.replaceAll(' 》', '》'))
  })

  it('keeps a byte order mark', () => {
    expect(fixText(`\uFEFF${spaced}`).output).toBe(`\uFEFF${spaced.replaceAll(' 》', '》')}`)
  })

  it('judges every pass by one day', () => {
    expect(() => fixText(spaced, {asOf: 'today'})).toThrow('wrong date')
  })

  it('gives up on a rule that is never content', () => {
    const restless = defineRule({
      id: 'restless',
      summary: {en: 'Wants a longer text.', zh: '文本须更长。'},
      level: 'info',
      fix: 'safe',
      messages: {short: {en: 'Too short', zh: '太短'}},
      check: ({report}) =>
        report('short', {at: {start: 0, end: 0}, fix: {safe: true, edits: [{start: 0, end: 0, text: 'x'}]}}),
    })
    const fixed = fixText('', {extraRules: [restless]})
    expect(fixed).toMatchObject({output: 'x'.repeat(10), passes: 10, complete: false})
    expect(fixed.findings.map(({rule}) => rule)).toEqual(['restless'])
  })
})
