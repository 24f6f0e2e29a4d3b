import {type Problem, unexpected} from '../../shape/problem.ts'
import {either, isText, list, type Shape} from '../../shape/shapes.ts'

/** One glob or several, relative to the configuration's directory. */
export const globs: Shape = either([Array.isArray, list(glob, {minimum: 1})], [() => true, glob])

function* glob(value: unknown, path: readonly (string | number)[]): Generator<Problem> {
  if (!isText(value) || value.length > longestGlob) {
    yield unexpected(path, value, {
      en: `a glob of at most ${longestGlob} characters`,
      zh: `不超过 ${longestGlob} 个字符的通配符`,
    })
  } else if (value.includes('\\')) {
    yield unexpected(path, value, {
      en: '/ between folders (and [*] for a plain *)',
      zh: '以 / 分隔目录（普通的 * 写作 [*]）',
    })
  } else if (value.startsWith('!')) {
    yield unexpected(path, value, {
      en: 'what is meant (what is not goes into excludedFiles)',
      zh: '所指的文件（不含的文件写入 excludedFiles）',
    })
  } else if (/^\/|(?:^|\/)\.\.(?:\/|$)/.test(value)) {
    yield unexpected(path, value, {
      en: 'a path below the configuration’s directory',
      zh: '配置所在目录之下的路径',
    })
  }
}

/** Longer ones are no globs that a person writes. */
export const longestGlob = 500
