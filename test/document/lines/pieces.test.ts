import {expect, it} from 'vitest'
import {read} from '../read.ts'

/** The texts of a document's headings. */
function headings(source: string): readonly (string | undefined)[] {
  return read(source).sections.flatMap(({heading}) => heading?.content.text ?? [])
}

it.each([
  [
    'a fence ends with the list item that it stands in',
    '- a\n\n  ```\n  b\n\n# c\n\n  ```\n\n# in code\n',
    ['c'],
  ],
  ['a fence that no list holds goes on', '   ```\n\n# in code\n\n   ```\n\n# a\n', ['a']],
  ['a comment ends with the list item', '- a\n\n  <!--\n\n# b\n\n-->\n\n# c\n', ['b', 'c']],
  ['a comment that no list holds goes on', '<!--\n\n# in a comment\n\n-->\n\n# a\n', ['a']],
  ['HTML that ends at a blank line opens no fence', '<div>\n```\n\n# a\n\n```\n\n# in code\n', ['a']],
  ['a fence ends with the quote that it stands in', '> ```\n> b\n\n# c\n', ['c']],
  ['a fence right below a list is not in it', '- a\n```\n\n# in code\n\n```\n\n# b\n', ['b']],
])('%s', (_, source, expected) => {
  expect(headings(source)).toEqual(expected)
})
