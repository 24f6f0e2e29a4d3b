// Writes what is made from the rules: rules/index.ts, the marked parts of rules/<id>.md, the table of rules in
// the readmes, the rules in the schema of configurations and the table of presets. With --check it only says whether they are up to date.
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {rulesSchema} from './rules-schema.mjs'

const root = new URL('../', import.meta.url)
const isCheck = process.argv.includes('--check')

const ids = readdirSync(new URL('rules/', root))
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))
  .sort()

write('rules/index.ts', rulesIndex())
const {rules, presetNames, presetOf} = await loadRules()
for (const rule of rules) {
  const options = Object.keys(rule.options).length > 0 ? {options: optionsOf(rule)} : {}
  fill(`rules/${rule.id}.md`, {meta: metaOf(rule), ...options})
}
fill('README.md', {rules: rulesTable('en')})
fill('README.zh-CN.md', {rules: rulesTable('zh')})
fill('docs/configuration.md', {presets: presetsTable()})
fillSchema('schema/config.schema.json')

function rulesIndex() {
  const imports = ids.map((id) => `import {${camelCase(id)}} from './${id}.ts'`)
  const list = ids.map((id) => `  ${camelCase(id)},`)
  return [
    '// Written by scripts/generate.mjs.',
    "import type {Rule} from '../src/rule.ts'",
    ...imports,
    '',
    '/** All rules, by id. */',
    'export const rules: readonly Rule[] = [',
    ...list,
    ']',
    '',
  ].join('\n')
}

function camelCase(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}

/** The rules themselves, bundled from the index as it should be rather than as it is, and the presets. */
async function loadRules() {
  const presets = "export {presetNames, presetOf} from '../src/config/presets.ts'"
  const {outputFiles} = await build({
    stdin: {
      contents: rulesIndex() + presets,
      resolveDir: fileURLToPath(new URL('rules/', root)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  return await import(`data:text/javascript;base64,${code}`)
}

/** What each preset makes of each rule. */
function presetsTable() {
  const presets = presetNames.map((name) => presetOf(name, rules))
  const rows = rules.map((rule) => [
    `[\`${rule.id}\`](../rules/${rule.id}.md)`,
    ...presets.map((preset) => preset[rule.id] ?? levelsOf(rule).join(' / ')),
  ])
  return table(['Rule', ...presetNames.map((name) => name.replace('catalint:', ''))], rows)
}

/** Compared as data, since the formatter has its own way of breaking lines. */
function fillSchema(path) {
  const url = new URL(path, root)
  const current = JSON.parse(readFileSync(url, 'utf8'))
  const next = {...current, $defs: {...current.$defs, rules: rulesSchema(rules)}}
  if (JSON.stringify(current) !== JSON.stringify(next)) write(path, `${JSON.stringify(next, null, 2)}\n`)
}

function metaOf(rule) {
  return [
    rule.summary.en,
    '',
    `- Level: ${levelsOf(rule).join(' / ')}`,
    `- Fix: ${rule.fix ?? 'none'}`,
    '',
    `${rule.summary.zh}`,
  ].join('\n')
}

/** The levels of a rule's messages, gravest first. */
function levelsOf({level, messages}) {
  const used = new Set(Object.values(messages).map((message) => message.level ?? level))
  return ['error', 'warning', 'info'].filter((one) => used.has(one))
}

function optionsOf({options}) {
  const rows = Object.entries(options).map(([name, option]) => [
    `\`${name}\``,
    valuesOf(option),
    `\`${JSON.stringify(option.default)}\``,
    option.description.en,
    option.description.zh,
  ])
  return table(['Option', 'Values', 'Default', 'Meaning', '含义'], rows)
}

function valuesOf({type, values, minimum = 0}) {
  if (type === 'boolean') return '`true`, `false`'
  if (type === 'choice') return values.map((value) => `\`"${value}"\``).join(', ')
  return type === 'integer' ? `a whole number from ${minimum}` : 'a list of strings'
}

function rulesTable(language) {
  const heads = {en: ['Rule', 'Level', 'Fix', 'What it does'], zh: ['规则', '级别', '修复', '说明']}
  const rows = rules.map((rule) => [
    `[\`${rule.id}\`](rules/${rule.id}.md)`,
    levelsOf(rule).join(' / '),
    rule.fix ?? '–',
    rule.summary[language],
  ])
  return table(heads[language], rows)
}

function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

/** Puts the parts between their markers. A file that is not there yet has no parts to fill. */
function fill(path, parts) {
  const url = new URL(path, root)
  if (!existsSync(url)) return
  let text = readFileSync(url, 'utf8')
  for (const [name, part] of Object.entries(parts)) {
    const between = new RegExp(`(<!-- ${name}:start -->).*?(<!-- ${name}:end -->)`, 's')
    if (!between.test(text))
      fail(`${path} has no place for its ${name}, between <!-- ${name}:start --> and <!-- ${name}:end -->`)
    text = text.replace(between, (_, start, end) => `${start}\n\n${part}\n\n${end}`)
  }
  write(path, text)
}

function write(path, text) {
  const url = new URL(path, root)
  const current = existsSync(url) ? readFileSync(url, 'utf8') : ''
  if (current === text) return
  if (!isCheck) return writeFileSync(url, text)
  fail(`${path} is out of date: run \`npm run generate\``)
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
