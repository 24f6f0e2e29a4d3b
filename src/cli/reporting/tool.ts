import {rules} from '../../../rules/index.ts'
import type {Language} from '../../finding.ts'
import type {Tool} from '../../report/sarif/log.ts'
import type {Host} from '../host.ts'
import {packageVersion} from '../package-version.ts'
import {readRulePage} from '../rule-page.ts'

/** What there is to say of the program itself. */
export function describeTool(language: Language, host: Host): Tool {
  return {
    version: packageVersion(host),
    rules: rules.map(({id, summary, level}) => {
      return {id, summary, level, page: readRulePage(id, language, host)}
    }),
  }
}
