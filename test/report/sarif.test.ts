import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {rules} from '../../rules/index.ts'
import {run} from '../../src/cli/run.ts'
import {fixText, lintText} from '../../src/index.ts'
import {toRunReport} from '../../src/report/run-report.ts'
import {sarif} from '../../src/report/sarif/log.ts'
import type {RunReport} from '../../src/report/types.ts'
import {applyEdits} from '../../src/text/apply-edits.ts'
import {catalint, flawed} from '../cli/catalint.ts'
import {fakeHost, workspace} from '../cli/workspace.ts'
import {documents} from '../invariants/fixtures.ts'
import {fileOf, findingAt, whole} from './build.ts'
import {hostileReport, hostileTexts} from './hostile-report.ts'
import {type Log, multitoolErrors, type Result, schemaErrors} from './sarif-readers.ts'

const rule = {
  id: 'a-rule',
  summary: {en: 'Require x.', zh: '要求 x。'},
  level: 'info',
  page: '# a-rule\n\n## Why it matters\n\nSee [b](b-rule.md)\nand c.\n\n[More](../docs/tables.md).\n\n## 中文\n\n甲。\n\n乙。\n',
} as const

function logOf(report: RunReport, language: 'en' | 'zh' = 'en'): Log {
  return JSON.parse(whole(sarif({version: '1.2.3', rules: [rule]})(report, language))) as Log
}

function resultsOf(report: RunReport): readonly Result[] {
  return logOf(report).runs[0].results
}

const source = 'a\n| 金融 |\n'

describe('a result', () => {
  it('states where, what, which rule and what to do', () => {
    const finding = findingAt(source, '金融', {
      level: 'info',
      help: 'do it',
      category: '金融业',
      key: '信托',
      related: [{...findingAt(source, 'a'), path: 'b c.md', message: 'first'}],
      fix: {safe: true, edits: [{start: 4, end: 6, text: '银行'}]},
      fingerprint: '0123456789abcdef',
    })
    expect(resultsOf(toRunReport([fileOf(source, [finding], 'docs/甲.md')], false))).toEqual([
      {
        ruleId: 'a-rule',
        ruleIndex: 0,
        level: 'note',
        message: {text: 'Unexpected x; do it'},
        locations: [
          {
            physicalLocation: {
              artifactLocation: {uri: 'docs/%E7%94%B2.md', uriBaseId: '%SRCROOT%'},
              region: {startLine: 2, startColumn: 3, endLine: 2, endColumn: 5},
            },
            logicalLocations: [{name: '信托', fullyQualifiedName: '金融业 › 信托', kind: 'row'}],
          },
        ],
        relatedLocations: [
          {
            id: 0,
            physicalLocation: {
              artifactLocation: {uri: 'b%20c.md', uriBaseId: '%SRCROOT%'},
              region: {startLine: 1, startColumn: 1, endLine: 1, endColumn: 2},
            },
            message: {text: 'first'},
          },
        ],
        partialFingerprints: {'catalint/v1': '0123456789abcdef'},
        fixes: [
          {
            description: {text: 'do it'},
            artifactChanges: [
              {
                artifactLocation: {uri: 'docs/%E7%94%B2.md', uriBaseId: '%SRCROOT%'},
                replacements: [
                  {deletedRegion: {charOffset: 4, charLength: 2}, insertedContent: {text: '银行'}},
                ],
              },
            ],
          },
        ],
      },
    ])
  })

  it('does not count a byte order mark, as the standard asks', () => {
    const marked = '\uFEFFab\nab'
    const fix = {safe: true, edits: [{start: 2, end: 3, text: ''}]}
    const findings = [findingAt(marked, 'b', {fix}), findingAt(marked, 'b', {}, 1)]
    const [first, second] = resultsOf(toRunReport([fileOf(marked, findings)], false))
    expect(first?.locations[0].physicalLocation.region).toMatchObject({
      startLine: 1,
      startColumn: 2,
      endColumn: 3,
    })
    expect(second?.locations[0].physicalLocation.region).toMatchObject({startLine: 2, startColumn: 2})
    expect(first?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.deletedRegion).toEqual({
      charOffset: 1,
      charLength: 1,
    })
  })

  it('does not count that of the other document, where a related place is in one', () => {
    const [marked, text] = ['\uFEFFab', 'ab']
    const related = (source: string, path: string) => [{...findingAt(source, 'b'), path, message: 'first'}]
    const files = [
      fileOf(marked, [findingAt(marked, 'b', {related: related(text, 'b.md')})]),
      fileOf(text, [findingAt(text, 'b', {related: related(marked, 'a.md')})], 'b.md'),
    ]
    const places = resultsOf(toRunReport(files, false)).flatMap(({relatedLocations = []}) => relatedLocations)
    expect(places.map(({physicalLocation}) => physicalLocation.region.startColumn)).toEqual([2, 2])
  })

  it('says what ends lines, as it counts them', () => {
    const text = 'a\rb\r\nc\nd'
    const {newlineSequences} = logOf(toRunReport([fileOf(text, [findingAt(text, 'd')])], false)).runs[0]
    const [result] = resultsOf(toRunReport([fileOf(text, [findingAt(text, 'd')])], false))
    // A reader takes the first of them that fits.
    const lines = text.split(new RegExp(newlineSequences.join('|')))
    expect(lines[(result?.locations[0].physicalLocation.region.startLine ?? 0) - 1]).toBe('d')
  })

  it('is suppressed where a baseline knows it, and then all say whether they are', () => {
    const [one, two] = [findingAt(source, 'a'), findingAt(source, '金融', {rule: 'gone'})]
    const file = {...fileOf(source, [one]), baseline: {known: [two], found: []}}
    const results = resultsOf(toRunReport([file, fileOf(source, [one], 'b.md')], false))
    expect(results.map(({ruleId, ruleIndex, suppressions}) => [ruleId, ruleIndex, suppressions])).toEqual([
      ['a-rule', 0, []],
      ['gone', undefined, [{kind: 'external', justification: 'in the baseline'}]],
      ['a-rule', 0, []],
    ])
    expect(resultsOf(toRunReport([fileOf(source, [one])], false))[0]).not.toHaveProperty('suppressions')
  })
})

describe('a rule', () => {
  it('has descriptions and its page, whose links lead from anywhere', () => {
    const page = rule.page
      .replace('(b-rule.md)', '(https://unpkg.com/catalint/rules/b-rule.md)')
      .replace('(../docs', '(https://unpkg.com/catalint/docs')
    expect(logOf({files: [], summary: toRunReport([], false).summary}).runs[0].tool.driver.rules).toEqual([
      {
        id: 'a-rule',
        shortDescription: {text: 'Require x.'},
        fullDescription: {text: 'See b and c.'},
        help: {text: 'See b\nand c.\n\nMore.', markdown: page},
        helpUri: 'https://unpkg.com/catalint/rules/a-rule.md',
        defaultConfiguration: {level: 'note'},
      },
    ])
  })

  it.each(['en', 'zh'] as const)('is there for each that can find something, in %s', async (language) => {
    const {stdout} = await catalint({'a.md': flawed}, ['--format=sarif', '--lang', language])
    const {driver} = (JSON.parse(stdout) as Log).runs[0].tool
    expect(driver.rules.map(({id}) => id)).toEqual(rules.map(({id}) => id))
    const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string}
    expect(driver.version).toBe(version)
    for (const [index, {shortDescription, fullDescription, help}] of driver.rules.entries()) {
      expect(shortDescription.text).toBe(rules[index]?.summary[language])
      // GitHub shows no more than this.
      expect(fullDescription.text.length).toBeLessThanOrEqual(1024)
      expect(fullDescription.text).not.toBe(shortDescription.text)
      expect(help.text.length).toBeGreaterThanOrEqual(fullDescription.text.length)
      expect(help.text).not.toMatch(/^#|\]\(/m)
      expect(help.markdown).not.toMatch(/\]\((?!https:)|<!-- meta/)
    }
  })
})

describe('nothing in a document or a path', () => {
  const results = resultsOf(hostileReport)
  const texts = hostileTexts.flatMap((text) => [text, text])

  it('is taken for a value or a link, and it comes back', () => {
    for (const [index, {message}] of results.entries()) {
      expect(message.text.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/)
      expect(message.text).not.toContain('](')
      const read = message.text.replaceAll('{{', '{').replaceAll('}}', '}').replaceAll('] (', '](')
      expect(read).toBe(`${texts[index]}; ${texts[index]}`)
    }
  })

  it('leaves the place of a path, which comes back but for what is no Unicode', () => {
    for (const [index, {locations, relatedLocations}] of results.entries()) {
      const [{uri}, related] = [locations[0], relatedLocations?.[0]].map(
        (location) => location?.physicalLocation.artifactLocation ?? {uri: ''},
      ) as [{uri: string}, {uri: string}]
      expect(uri).toMatch(/^[\w\-.!~*'()%/]+$/)
      expect(decodeURIComponent(uri)).toBe(texts[index]?.replace(/\p{Cs}/gu, '\uFFFD'))
      expect(related.uri).toBe(uri)
    }
  })
})

describe('a log is read', () => {
  const home = {'.catalint': '', 'docs/甲 乙.md': flawed, 'b.md': `\uFEFF${flawed}`}

  it('by the schema and the validator, with all that real documents have', async () => {
    const files = Object.fromEntries(documents.map(({name, source}) => [name, source]))
    const {stdout, status} = await catalint(files, ['--format=sarif', '--no-config'])
    expect(status).toBe(1)
    const log = JSON.parse(stdout) as Log
    expect(new Set(log.runs[0].results.map(({ruleId}) => ruleId)).size).toBeGreaterThan(20)
    expect(schemaErrors(log)).toEqual([])
    expect(multitoolErrors(stdout)).toEqual([])
  })

  it('by them with a baseline', async () => {
    const root = workspace(home)
    const lint = async (...argv: string[]) => {
      const host = fakeHost(root)
      await run(argv, host)
      return host.written.stdout
    }
    await lint('docs', '--update-baseline')
    const text = await lint('--baseline=catalint-baseline.json', '--format=sarif')
    const {results} = (JSON.parse(text) as Log).runs[0]
    const kinds = results.map(({suppressions}) => suppressions?.map(({kind}) => kind))
    expect(kinds).toEqual([[], [], ['external'], ['external']])
    expect(schemaErrors(JSON.parse(text))).toEqual([])
    expect(multitoolErrors(text)).toEqual([])
    expect(text).not.toContain(root)
    expect(text).toBe(await lint('--baseline=catalint-baseline.json', '--format=sarif'))
  })

  it('by them with hostile text', () => {
    const ids = rules.map(({id, summary, level}) => ({id, summary, level, page: rule.page}))
    const text = whole(sarif({version: '1.2.3', rules: ids})(hostileReport, 'zh'))
    expect(schemaErrors(JSON.parse(text))).toEqual([])
    expect(multitoolErrors(text)).toEqual([])
  })

  it('and each of them finds a fault', () => {
    const text = whole(sarif({version: '1.2.3', rules: [rule]})(hostileReport, 'en'))
    const log = JSON.parse(text) as {
      version: string
      runs: [{results: {ruleId?: string; ruleIndex?: number}[]}]
    }
    const [first] = log.runs[0].results
    if (first) first.ruleIndex = 7
    expect(multitoolErrors(JSON.stringify(log))).not.toEqual([])
    expect(schemaErrors({...log, version: '2'})).not.toEqual([])
  })
})

it.each([
  ['a document', flawed],
  ['one with a byte order mark', `\uFEFF${flawed}`],
  ['one that has characters beyond the first plane', flawed.replace('# 服务', '# 😀𠮷服务')],
])('the fixes of %s give what --fix does', (_, text) => {
  const options = {rules: {'no-invisible-character': 'off'}} as const
  const {path, findings} = lintText(text, options)
  const report = toRunReport([fileOf(text, findings, path)], false)
  const edits = resultsOf(report).flatMap(({fixes = []}) =>
    fixes.flatMap(({artifactChanges}) =>
      artifactChanges.flatMap(({replacements}) =>
        replacements.map(({deletedRegion: {charOffset, charLength}, insertedContent}) => {
          return {start: charOffset, end: charOffset + charLength, text: insertedContent.text}
        }),
      ),
    ),
  )
  expect(edits.length).toBeGreaterThan(0)
  const {output} = fixText(text, options)
  expect(applyEdits(text.replace('\uFEFF', ''), edits)).toBe(output.replace('\uFEFF', ''))
})

describe('paths', () => {
  it.each([
    ['from the root of the repository on GitHub', {GITHUB_WORKSPACE: '..'}, 'docs/a.md'],
    ['from that on GitLab', {CI_PROJECT_DIR: '..'}, 'docs/a.md'],
    ['from the working directory elsewhere', {}, 'a.md'],
    ['from the working directory if that is not in the repository', {GITHUB_WORKSPACE: 'gone'}, 'a.md'],
  ])('count %s', async (_, env, path) => {
    const root = workspace({'docs/a.md': flawed})
    const host = fakeHost(join(root, 'docs'), {env})
    await run(['--format=sarif'], host)
    const {results} = (JSON.parse(host.written.stdout) as Log).runs[0]
    const places = results.flatMap(({locations, relatedLocations = []}) => [
      ...locations,
      ...relatedLocations,
    ])
    expect(places.length).toBe(3)
    for (const {physicalLocation} of places) expect(physicalLocation.artifactLocation.uri).toBe(path)
  })

  it('of what a baseline knows count from there too, with what is related to it', async () => {
    const root = workspace({'docs/a.md': flawed})
    const host = fakeHost(join(root, 'docs'), {env: {GITHUB_WORKSPACE: root}})
    await run(['--update-baseline', '--format=sarif'], host)
    const {results} = (JSON.parse(host.written.stdout) as Log).runs[0]
    const related = results.flatMap(({relatedLocations = []}) => relatedLocations)
    expect(related.map(({physicalLocation}) => physicalLocation.artifactLocation.uri)).toEqual(['docs/a.md'])
  })
})
