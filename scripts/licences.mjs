// The licences of the packages that the program holds code of.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The name, version and licence of every package that the paths, relative to the root, are part of. */
export function licences(paths, root) {
  const directories = new Set(
    paths.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []),
  )
  const notices = [...directories].sort().map((directory) => licence(directory, root))
  const title = 'The files beside this one hold code of these packages, each under its own licence.'
  return [title, ...notices].join(`\n${'-'.repeat(78)}\n\n`)
}

function licence(directory, root) {
  const absolute = join(root, directory)
  const manifest = JSON.parse(readFileSync(join(absolute, 'package.json'), 'utf8'))
  const name = manifest.license ?? manifest.licenses?.[0]?.type
  const files = filesNamed(absolute, /^(?:licen[cs]e|copying|notice)/i)
  const texts = files.length > 0 ? files : [standardLicence(absolute, name, root)]
  return `${manifest.name} ${manifest.version} (${name})\n\n${texts.join('\n\n')}\n`
}

/** The terms of a package that only names them in its readme. They are the ones of catalint itself. */
function standardLicence(directory, name, root) {
  const copyright = filesNamed(directory, /^readme/i)
    .join('\n')
    .match(/^Copyright .+/m)?.[0]
  if (name !== 'MIT' || !copyright) throw new Error(`${directory} comes without the text of its licence`)
  return readFileSync(join(root, 'LICENSE'), 'utf8')
    .trim()
    .replace(/^Copyright .+/m, copyright)
}

function filesNamed(directory, pattern) {
  const names = readdirSync(directory).filter((name) => pattern.test(name))
  return names.map((name) => readFileSync(join(directory, name), 'utf8').trim())
}
