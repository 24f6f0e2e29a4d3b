import type {Finding} from '../../src/finding.ts'
import type {RunReport} from '../../src/report/types.ts'
import {span} from './build.ts'

/** Text that tries to leave the place that it is written to, in one format or another. */
const attempts: readonly string[] = [
  '%0A::error::injected',
  '::error file=a::injected',
  '##[error]injected',
  'a\n::warning::injected\r\n##[set-output name=x]y',
  'a,b:c=d;e%25%3A%2C',
  ']]> <![CDATA[ &amp; &#10; <script>alert(1)</script> <!-- --> <?xml?>',
  '"quoted" \'quoted\' \\" \\',
  'ansi \u001b[31mred\u001b]0;title\u0007 \u009b2J \u0000 \u0008 \u007f',
  'bidi \u202e\u2066 zero\u200bwidth \ufeff next\u0085line\u2028\u2029 \uffff \ufffe',
  'lone \ud800 and \udfff, pair \u{1f600}\u{20bb7}',
  '| a | b |\n| --- | --- |\n# heading\n```\n**bold** _i_ `code` [x](https://x.example) ![y](z) <b>@who</b> $x$ https://x.example www.x.example',
  '{0} {{1}} [text](1) [text](javascript:alert(1))',
  '../../etc/passwd',
  'C:\\a\\b',
  '\t tabs \t ',
  '金融业｜信托（一）',
]

const source = 'a\n| 金融 |\n'
const place = span(source, 4, 2)

/** A finding in which every text is the same. */
function findingOf(text: string, index: number): Finding {
  const level = (['error', 'warning', 'info'] as const)[index % 3] ?? 'error'
  return {
    ...place,
    rule: text,
    messageId: 'one',
    level,
    message: text,
    help: text,
    category: text,
    key: text,
    column: text,
    related: [{...place, path: text, message: text}],
    fix: {safe: true, edits: [{start: 4, end: 6, text}]},
    fingerprint: `fingerprint-${index}`,
  }
}

/** A file for each text, named like it. */
export const hostileReport: RunReport = {
  files: attempts.map((text, index) => ({
    path: text,
    findings: [findingOf(text, index)],
    suppressed: [findingOf(text, index + attempts.length)],
  })),
  summary: {files: attempts.length, errors: 6, warnings: 5, infos: 5, fixable: attempts.length},
}

/** The texts of the report, in its order. */
export const hostileTexts = attempts
