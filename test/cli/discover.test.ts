import {execFileSync} from 'node:child_process'
import {chmodSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {discover, displayPath} from '../../src/cli/discover.ts'
import {errorText} from '../../src/cli/errors.ts'
import {asOrdinaryUser, workspace} from './workspace.ts'

async function find(cwd: string, ...operands: string[]) {
  const {sources, problems} = await discover(operands, cwd)
  return {
    paths: sources.map((source) => (source.kind === 'stdin' ? '-' : source.path)),
    problems: problems.map((problem) => errorText(problem, 'en').replace(/^catalint: |\n$/g, '')),
  }
}

async function paths(cwd: string, ...operands: string[]): Promise<readonly string[]> {
  const found = await find(cwd, ...operands)
  expect(found.problems).toEqual([])
  return found.paths
}

const noMarkdown =
  'no Markdown file in this directory; a file with another extension, or one that .gitignore leaves out, has to be named itself'
const noMatch =
  'the pattern matches no file; files that .gitignore leaves out count only if you name them, those that a configuration ignores never'

describe('a directory', () => {
  test('means its Markdown files, in the order of their code units', async () => {
    const cwd = workspace({
      'b.md': '',
      'a/z.markdown': '',
      'a.md': '',
      'B.MD': '',
      'a/b/c.mdown': '',
      '类目.md': '',
      '.github/x.mkd': '',
      'x.mkdn': '',
      'x.mdwn': '',
      'x.txt': '',
      'x.mdx': '',
      md: '',
    })
    const all = [
      '.github/x.mkd',
      'B.MD',
      'a.md',
      'a/b/c.mdown',
      'a/z.markdown',
      'b.md',
      'x.mdwn',
      'x.mkdn',
      '类目.md',
    ]
    expect(await paths(cwd)).toEqual(all)
    expect(await paths(cwd, '.')).toEqual(all)
    expect(await paths(cwd, 'a')).toEqual(['a/b/c.mdown', 'a/z.markdown'])
    expect(await paths(cwd, 'a/')).toEqual(['a/b/c.mdown', 'a/z.markdown'])
    expect(await paths(join(cwd, 'a'), '../a')).toEqual(['b/c.mdown', 'z.markdown'])
    expect(await paths(join(cwd, 'a', 'b'), '..')).toEqual(['c.mdown', '../z.markdown'])
  })

  test('is not searched in node_modules and .git, wherever they are', async () => {
    const cwd = workspace({
      'a.md': '',
      'node_modules/x/README.md': '',
      'a/node_modules/x/README.md': '',
      '.git/x.md': '',
      'node_modules.md': '',
    })
    expect(await paths(cwd)).toEqual(['a.md', 'node_modules.md'])
  })

  test('without Markdown is a failure', async () => {
    const cwd = workspace({'docs/x.txt': '', 'empty/': '', 'a.md': ''})
    expect(await find(cwd, 'docs', 'a.md', 'empty')).toEqual({
      paths: ['a.md'],
      problems: [`docs: ${noMarkdown}`, `empty: ${noMarkdown}`],
    })
  })
})

describe('.gitignore', () => {
  test('leaves out, and takes in again what is negated', async () => {
    const cwd = workspace({
      '.git/': '',
      '.gitignore': '# a comment\n#n.md\n\n*.draft.md\nbuild/\n/top.md\n!keep.draft.md\n',
      'a.md': '',
      '#n.md': '',
      'a.draft.md': '',
      'keep.draft.md': '',
      'top.md': '',
      'docs/top.md': '',
      'docs/b.draft.md': '',
      'docs/keep.draft.md': '',
      'docs/build/x.md': '',
      'build/keep.draft.md': '',
    })
    expect(await paths(cwd)).toEqual(['#n.md', 'a.md', 'docs/keep.draft.md', 'docs/top.md', 'keep.draft.md'])
  })

  test('deeper down has the last word, unless a directory above is left out', async () => {
    const cwd = workspace({
      '.git/': '',
      '.gitignore': 'x.md\nclosed/\ngen/\n',
      'docs/.gitignore': '!x.md\n/y.md\n!gen/\nsub/*.md\n',
      'x.md': '',
      'y.md': '',
      'docs/x.md': '',
      'docs/y.md': '',
      'docs/sub/x.md': '',
      'docs/sub/deep/z.md': '',
      'docs/sub/deep/y.md': '',
      'docs/gen/g.md': '',
      'gen/g.md': '',
      'closed/.gitignore': '!*\n',
      'closed/z.md': '',
    })
    expect(await paths(cwd)).toEqual([
      'docs/gen/g.md',
      'docs/sub/deep/y.md',
      'docs/sub/deep/z.md',
      'docs/x.md',
      'y.md',
    ])
  })

  test('of a parent holds, up to the root of the repository and no further', async () => {
    const root = workspace({
      '.gitignore': 'a.md\n',
      'repo/.git/': '',
      'repo/.gitignore': 'docs/b.md\n/guides/\n',
      'repo/docs/a.md': '',
      'repo/docs/b.md': '',
      'repo/docs/guides/c.md': '',
      'repo/guides/d.md': '',
    })
    expect(await paths(join(root, 'repo', 'docs'))).toEqual(['a.md', 'guides/c.md'])
    expect(await paths(root, 'repo/docs')).toEqual(['repo/docs/a.md', 'repo/docs/guides/c.md'])
    expect(await find(root, 'repo/guides')).toEqual({paths: [], problems: [`repo/guides: ${noMarkdown}`]})
  })

  test('holds from the working directory down where there is no repository', async () => {
    const root = workspace({
      '.gitignore': '*.md\n',
      'cwd/.gitignore': 'docs/a.md\n',
      'cwd/docs/.gitignore': 'b.md\n',
      'cwd/docs/a.md': '',
      'cwd/docs/b.md': '',
      'cwd/docs/c.md': '',
    })
    expect(await paths(join(root, 'cwd'), 'docs')).toEqual(['docs/c.md'])
  })

  test('is joined by .git/info/exclude, which it overrules', async () => {
    const cwd = workspace({
      '.git/info/exclude': 'private.md\nnotes.md\n',
      '.gitignore': '!notes.md\n',
      'private.md': '',
      'notes.md': '',
    })
    expect(await paths(cwd)).toEqual(['notes.md'])
  })

  test('and the exclude file hold in a linked worktree', async () => {
    const root = workspace({
      'main/.git/info/exclude': 'private.md\n',
      'main/.git/worktrees/tree/commondir': '../..\n',
      'tree/.git': 'gitdir: ../main/.git/worktrees/tree\n',
      'tree/private.md': '',
      'tree/a.md': '',
    })
    expect(await paths(join(root, 'tree'))).toEqual(['a.md'])
  })

  test('may begin with a byte order mark, end lines with CR LF, and have brackets in a directory name', async () => {
    const cwd = workspace({
      '.git/': '',
      '.gitignore': '\uFEFFa.md\r\n',
      'a.md': '',
      'b.md': '',
      '[x] !y #z/.gitignore': '/c.md\n',
      '[x] !y #z/c.md': '',
      '[x] !y #z/d.md': '',
    })
    expect(await paths(cwd)).toEqual(['[x] !y #z/d.md', 'b.md'])
  })

  test('means what git makes of it', async () => {
    const cwd = workspace({
      '.gitignore':
        'a/**/z.md\n/b\nc/\n!c/keep.md\n*.tmp.md\n\\!n.md\n\\#h.md\n[ab].md\nsp ace.md  \n/d/*\n!/d/keep.md\n',
      'a/z.md': '',
      'a/x/y/z.md': '',
      'a/x/y/w.md': '',
      'b/x.md': '',
      'x/b/x.md': '',
      'c/keep.md': '',
      'x/c/keep.md': '',
      'x.tmp.md': '',
      '!n.md': '',
      '#h.md': '',
      'a.md': '',
      'ab.md': '',
      'sp ace.md': '',
      'd/x.md': '',
      'd/keep.md': '',
      'e/.gitignore': '*\n!sub/\n!sub/*.md\n',
      'e/sub/x.md': '',
      'e/x.md': '',
    })
    execFileSync('git', ['init', '--quiet', cwd])
    const options = ['-c', 'core.excludesFile=/dev/null', '-c', 'core.quotePath=off']
    const listed = execFileSync('git', [...options, 'ls-files', '--others', '--exclude-standard', '-z'], {
      cwd,
    })
    const expected = listed
      .toString()
      .split('\0')
      .filter((path) => path.endsWith('.md'))
    expect(expected.sort()).toEqual(['a/x/y/w.md', 'ab.md', 'd/keep.md', 'e/sub/x.md', 'x/b/x.md'])
    expect(await paths(cwd)).toEqual(expected)
  })
})

describe('a file', () => {
  test('is taken whatever it is called and even if it is ignored', async () => {
    const cwd = workspace({'.git/': '', '.gitignore': '*.md\n', 'a.md': '', 'notes.txt': '', README: ''})
    expect(await paths(cwd, 'notes.txt', 'a.md', 'README')).toEqual(['notes.txt', 'a.md', 'README'])
  })

  test('comes once, where its first argument stands', async () => {
    const cwd = workspace({'a.md': '', 'docs/b.md': '', 'docs/c.md': ''})
    symlinkSync('b.md', join(cwd, 'docs', 'link.md'))
    expect(await paths(cwd, 'docs/c.md', './docs/../docs/c.md', 'docs', 'a.md', join(cwd, 'a.md'))).toEqual([
      'docs/c.md',
      'docs/b.md',
      'a.md',
    ])
    expect(await paths(cwd, '-', 'docs/link.md', 'docs/b.md', '-')).toEqual(['-', 'docs/link.md'])
  })

  test('may be written with backslashes', async () => {
    const cwd = workspace({'docs/sub/b.md': ''})
    expect(await paths(cwd, 'docs\\sub\\b.md')).toEqual(['docs/sub/b.md'])
    expect(await paths(cwd, 'docs\\sub')).toEqual(['docs/sub/b.md'])
  })

  test('may have a name that looks like a pattern', async () => {
    const cwd = workspace({'[a].md': '', 'a.md': '', 'b*.md': ''})
    expect(await paths(cwd, '[a].md', 'b*.md')).toEqual(['[a].md', 'b*.md'])
  })

  test('that is missing hides no other', async () => {
    const cwd = workspace({'a.md': '', 'b.md': ''})
    expect(await find(cwd, 'a.md', 'gone.md', 'gone/', 'a.md/x', '', 'b.md')).toEqual({
      paths: ['a.md', 'b.md'],
      problems: [
        'gone.md: no such file or directory',
        'gone/: no such file or directory',
        'a.md/x: a part of the path is not a directory',
        ': no such file or directory',
      ],
    })
  })

  test('that is none is refused', async () => {
    const cwd = workspace({'a.md': ''})
    execFileSync('sh', ['-c', 'mkfifo pipe.md'], {cwd})
    expect(await find(cwd, 'pipe.md', '/dev/null', 'a.md')).toEqual({
      paths: ['a.md'],
      problems: [
        'pipe.md: not a regular file; use - to read standard input',
        '/dev/null: not a regular file; use - to read standard input',
      ],
    })
    expect(await paths(cwd)).toEqual(['a.md'])
  })
})

describe('a symbolic link', () => {
  test('to a file is followed, to a directory is not', async () => {
    const cwd = workspace({'docs/a.md': '', 'other/b.md': '', 'other/c.md': ''})
    symlinkSync('../other/b.md', join(cwd, 'docs', 'b.md'))
    symlinkSync('../other', join(cwd, 'docs', 'dir.md'))
    symlinkSync('..', join(cwd, 'docs', 'up'))
    expect(await paths(cwd, 'docs')).toEqual(['docs/a.md', 'docs/b.md'])
    expect(await paths(cwd, 'docs/dir.md')).toEqual(['docs/dir.md/b.md', 'docs/dir.md/c.md'])
  })

  test('that leads nowhere or in a circle is a failure of its own', async () => {
    const cwd = workspace({'a.md': ''})
    symlinkSync('gone', join(cwd, 'b.md'))
    symlinkSync('loop.md', join(cwd, 'loop.md'))
    symlinkSync('someone@host.1', join(cwd, '.#a.md'))
    const problems = ['b.md: no such file or directory', 'loop.md: the symbolic links form a loop']
    expect(await find(cwd, 'b.md', 'loop.md', 'a.md')).toEqual({paths: ['a.md'], problems})
    const found = await find(cwd)
    expect(found.paths).toEqual(['a.md'])
    expect([...found.problems].sort()).toEqual(problems)
  })
})

test('a directory that may not be read hides no other', async () => {
  const cwd = workspace({'a/x.md': '', 'b/y.md': ''})
  chmodSync(join(cwd, 'a'), 0)
  const found = await asOrdinaryUser(cwd, () => find(cwd))
  chmodSync(join(cwd, 'a'), 0o700)
  expect(found).toEqual({paths: ['b/y.md'], problems: ['a: permission denied']})
})

describe('a pattern', () => {
  const files = {
    '.git/': '',
    '.gitignore': 'draft/\nc.md\n',
    'a.md': '',
    'docs/a.md': '',
    'docs/b.txt': '',
    'docs/c.md': '',
    'docs/deep/e.md': '',
    'docs/.hidden/h.md': '',
    'docs/pic.png': '',
    'docs/node_modules/x.md': '',
    'draft/d.md': '',
  }

  test('means the files that it matches, but for those that git ignores', async () => {
    const cwd = workspace(files)
    expect(await paths(cwd, 'docs/*.md')).toEqual(['docs/a.md'])
    expect(await paths(cwd, '**/*.md')).toEqual(['a.md', 'docs/.hidden/h.md', 'docs/a.md', 'docs/deep/e.md'])
    expect(await paths(cwd, 'docs/*.{md,txt}')).toEqual(['docs/a.md', 'docs/b.txt'])
    expect(await paths(cwd, 'docs/*.txt')).toEqual(['docs/b.txt'])
    expect(await paths(cwd, './docs/[ab].md')).toEqual(['docs/a.md'])
    expect(await paths(cwd, join(cwd, 'docs/*.md'))).toEqual(['docs/a.md'])
    expect(await paths(join(cwd, 'docs', 'deep'), '../*.md')).toEqual(['../a.md'])
  })

  test('without an extension means Markdown files', async () => {
    const cwd = workspace(files)
    expect(await paths(cwd, 'docs/**')).toEqual(['docs/.hidden/h.md', 'docs/a.md', 'docs/deep/e.md'])
    expect(await paths(cwd, 'docs/*')).toEqual(['docs/a.md'])
  })

  test('follows links to files', async () => {
    const cwd = workspace(files)
    symlinkSync('../a.md', join(cwd, 'docs', 'link.md'))
    expect(await paths(cwd, 'docs/*.md')).toEqual(['docs/a.md', 'docs/link.md'])
  })

  test('ends where links to directories go round', async () => {
    const cwd = workspace({'docs/a.md': ''})
    symlinkSync('..', join(cwd, 'docs', 'up'))
    symlinkSync('.', join(cwd, 'docs', 'self'))
    expect(await paths(cwd, '**/*.md')).toEqual(['docs/a.md'])
  })

  test('that matches nothing is a failure', async () => {
    const cwd = workspace(files)
    expect(await find(cwd, 'docs/*.mkd', 'draft/*.md', 'a.md', '{', 'x[')).toEqual({
      paths: ['a.md'],
      problems: [
        `docs/*.mkd: ${noMatch}`,
        `draft/*.md: ${noMatch}`,
        '{: no such file or directory',
        'x[: no such file or directory',
      ],
    })
  })
})

test('a thousand nested directories are no trouble', async () => {
  const deep = 'd/'.repeat(1000)
  const cwd = workspace({[`${deep}a.md`]: ''})
  expect(await paths(cwd)).toEqual([`${deep}a.md`])
})

test.each([
  ['/docs', '/docs/a.md', 'a.md'],
  ['/docs', '/docs/b/a.md', 'b/a.md'],
  ['/docs', '/docs', '.'],
  ['/docs', '/docs2/a.md', '../docs2/a.md'],
  ['/docs', '/a.md', '../a.md'],
  ['/', '/docs/a.md', 'docs/a.md'],
])('from %s, %s is %s', (cwd, absolute, path) => {
  expect(displayPath(cwd, absolute)).toBe(path)
})
