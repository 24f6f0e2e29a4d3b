/** What the runner of GitHub Actions takes a line of a step's output for. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands that mean something to the runner. */
const known = [
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'stop-commands', 'echo'],
  ...['set-output', 'save-state', 'set-env', 'add-path', 'add-matcher', 'remove-matcher'],
]

/** Reads what a step writes as the runner does: line by line, whatever ends them. */
export function readStep(output: string): readonly (WorkflowCommand | string)[] {
  const lines = output.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => readCommand(line) ?? readOldCommand(line) ?? line)
}

/** `::name key=value,key=value::data` at the beginning of a line, blanks before it aside. */
function readCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  const restore = (value: string) => unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','))
  return toCommand(text.slice(2, end), ',', restore, unescapeData(text.slice(end + 2)))
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function readOldCommand(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  return toCommand(line.slice(start + 3, end), ';', unescapeData, unescapeData(line.slice(end + 1)))
}

function toCommand(
  head: string,
  separator: string,
  restore: (value: string) => string,
  data: string,
): WorkflowCommand | undefined {
  const blank = head.indexOf(' ')
  const name = (blank < 0 ? head : head.slice(0, blank)).toLowerCase()
  if (!known.includes(name)) return undefined
  const pairs =
    blank < 0
      ? []
      : head
          .slice(blank + 1)
          .trim()
          .split(separator)
  const properties = pairs.flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 && at < pair.length - 1 ? [[pair.slice(0, at), restore(pair.slice(at + 1))] as const] : []
  })
  return {name, properties: Object.fromEntries(properties), data}
}

/** The percent sign last: `%250A` is `%0A` and no line feed. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
