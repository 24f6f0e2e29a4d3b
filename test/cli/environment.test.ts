import {expect, test} from 'vitest'
import {wantsColor} from '../../src/cli/color.ts'
import {localeLanguage} from '../../src/cli/language.ts'

test.each([
  [{LANG: 'zh_CN.UTF-8'}, 'zh'],
  [{LANG: 'zh-Hant'}, 'zh'],
  [{LANG: 'zh'}, 'zh'],
  [{LANG: 'ZH_TW'}, 'zh'],
  [{LANG: 'en_US.UTF-8'}, 'en'],
  [{LANG: 'zha_CN'}, 'en'],
  [{LANG: 'C'}, 'en'],
  [{}, 'en'],
  [{LC_ALL: 'zh_CN', LC_MESSAGES: 'en_US', LANG: 'en_US'}, 'zh'],
  [{LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US'}, 'zh'],
  [{LC_MESSAGES: 'en_US', LANG: 'zh_CN'}, 'en'],
])('the locale %j speaks %s', (env, expected) => {
  expect(localeLanguage(env)).toBe(expected)
})

test.each([
  [true, {NO_COLOR: '1'}, false, true],
  [false, {FORCE_COLOR: '1'}, true, false],
  [undefined, {}, true, true],
  [undefined, {}, false, false],
  [undefined, {NO_COLOR: '1'}, true, false],
  [undefined, {NO_COLOR: ''}, true, true],
  [undefined, {FORCE_COLOR: '1'}, false, true],
  [undefined, {FORCE_COLOR: ''}, false, true],
  [undefined, {FORCE_COLOR: '0'}, true, false],
  [undefined, {FORCE_COLOR: 'false'}, true, false],
  [undefined, {FORCE_COLOR: '1', NO_COLOR: '1'}, false, true],
  [undefined, {TERM: 'dumb'}, true, false],
  [undefined, {TERM: 'xterm-256color'}, true, true],
])('asked %s, environment %j, terminal %s: colour %s', (asked, env, isTTY, expected) => {
  expect(wantsColor(asked, env, {isTTY, write: () => undefined})).toBe(expected)
})
