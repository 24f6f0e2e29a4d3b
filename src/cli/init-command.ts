import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {composeConfig} from '../init/compose.ts'
import {Survey} from '../init/survey.ts'
import {readText} from '../lint-text.ts'
import type {Invocation} from './args.ts'
import {Configurations} from './config/configurations.ts'
import {findIn} from './config/find.ts'
import {discover, displayPath} from './discover.ts'
import {errorCode, RunError} from './errors.ts'
import type {ExitStatus, Host} from './host.ts'
import {complain} from './output.ts'
import {pathError} from './path-error.ts'
import {readEach} from './read.ts'

const name = 'catalint.config.jsonc'

/** Writes a configuration that names the tables which are there. One that is there already is left as it is. */
export async function run({operands, language}: Invocation<'init'>, host: Host): Promise<ExitStatus> {
  const existing = findIn(host.cwd, (absolute) => displayPath(host.cwd, absolute))
  if (existing) throw alreadyThere(displayPath(host.cwd, existing.absolute))
  const discovery = await discover(operands, host.cwd)
  const survey = new Survey()
  const configurations = new Configurations(host.cwd, {'no-config': true})
  const unread = await readEach(
    discovery.sources,
    {host, stdinPath: '<stdin>', configurations},
    (document) => {
      survey.add(readText(document.source, {path: document.path, rules: {}}).document)
      return undefined
    },
  )
  const problems = [...discovery.problems, ...unread]
  complain(problems, language, host)
  if (discovery.sources.length === unread.length) return 2
  writeNew(composeConfig(survey.shapes, language), host)
  host.stdout.write(`${name}\n`)
  return problems.length > 0 ? 2 : 0
}

/** Writes nothing over what another process may have put there meanwhile. */
function writeNew(text: string, {cwd}: Host): void {
  try {
    writeFileSync(join(cwd, name), text, {flag: 'wx'})
  } catch (error) {
    throw errorCode(error) === 'EEXIST' ? alreadyThere(name) : pathError(name, error)
  }
}

function alreadyThere(path: string): RunError {
  return new RunError(
    {en: 'there is a configuration already', zh: '已有配置'},
    {path, todo: {en: 'edit it, or remove it first', zh: '请直接修改，或先将其删除'}},
  )
}
