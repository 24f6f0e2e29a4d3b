// Writes what is made from the rules: rules/index.ts. With --check it only says whether that is up to date.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'

const root = new URL('../', import.meta.url)
const isCheck = process.argv.includes('--check')

const ids = readdirSync(new URL('rules/', root))
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))
  .sort()

write('rules/index.ts', rulesIndex())

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

function write(path, text) {
  const url = new URL(path, root)
  let current = ''
  try {
    current = readFileSync(url, 'utf8')
  } catch {}
  if (current === text) return
  if (!isCheck) return writeFileSync(url, text)
  console.error(`${path} is out of date: run \`npm run generate\``)
  process.exitCode = 1
}
