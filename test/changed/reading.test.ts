import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {catalogue, project} from './project.ts'

const right = '《金融许可证》'

/** What cannot be read is said where it is read: so a run tells what it has read. */
const unreadable = Buffer.from([0xff])

const unread = 'catalint: z.md: not UTF-8, the first wrong byte is at offset 0 in line 1; save it as UTF-8\n'

const page = '# 直播组件\n\n|一级类目|二级类目|\n|--|--|\n|金融业|信托|\n'

describe('a document that did not change', () => {
  const files = {'a.md': catalogue([['信托', right]]), 'z.md': unreadable}

  it.each([
    ['nothing has changed', {}, ''],
    ['no other defines anything else', {'a.md': `说明文字\n\n${catalogue([['信托', '《营业执照》']])}`}, ''],
    ['a new one defines nothing', {'b.md': 'b\n'}, ''],
    [
      'another defines more',
      {
        'a.md': catalogue([
          ['信托', right],
          ['典当', right],
        ]),
      },
      unread,
    ],
    ['another defines less', {'a.md': '# 服务类目\n'}, unread],
    ['another is new and defines something', {'b.md': catalogue([['信托', right]])}, unread],
    ['another refers to what others define', {'b.md': page}, unread],
  ])('is read only where that matters: %s', async (_, edits, expected) => {
    const {catalint, write} = project(files)
    write(edits)
    expect((await catalint(['--changed'])).stderr).toBe(expected)
  })

  it('is read where another is removed, or called otherwise', async () => {
    for (const [command, ...args] of [
      ['rm', '--quiet', 'a.md'],
      ['mv', 'a.md', 'b.md'],
    ] as const) {
      const {catalint, git} = project(files)
      git(command, ...args)
      expect((await catalint(['--changed'])).stderr).toBe(unread)
    }
  })
})

it('says the same with a cache, first and later', async () => {
  const {catalint, commit, write} = project({
    'a.md': catalogue([
      ['信托', right],
      ['典当', '《金融许可证 》'],
    ]),
    'b.md': page,
    'c.md': catalogue([['保理', '《金融许可证 》']]).replace('金融业', '电商'),
  })
  const argv = ['--changed', '--format=json']
  const cached = [...argv, '--cache', '--cache-location=.cache/catalint']
  write({'.gitignore': '.cache\n'})
  commit()
  for (const edit of [
    {
      'a.md': catalogue([
        ['信托', '《金融许可证 》'],
        ['典当', '《金融许可证 》'],
      ]),
    },
    {
      'a.md': catalogue([
        ['典当', '《金融许可证 》'],
        ['证券', right],
      ]),
    },
    {'b.md': page.replace('信托', '信托、保险')},
    {
      'a.md': catalogue([
        ['信托', right],
        ['典当', '《金融许可证 》'],
      ]),
    },
  ]) {
    write(edit)
    const expected = await catalint(argv)
    for (let run = 0; run < 3; run++) {
      expect(await catalint(cached)).toEqual(expected)
      if (run === 1) await catalint(cached.slice(1))
    }
  }
})

it('puts into a cache what it reads of documents that did not change', async () => {
  const {catalint, directory, write} = project({
    'a.md': catalogue([['信托', right]]),
    'c.md': catalogue([['保理', '《金融许可证 》']]).replace('金融业', '电商'),
  })
  write({'a.md': catalogue([['典当', right]])})
  const {stdout} = await catalint(['--changed', '--cache', '--cache-location=known'])
  expect(stdout).toBe('No problems found in 1 file\n')
  expect(readFileSync(join(directory, 'known'), 'utf8')).toContain('c.md')
})
