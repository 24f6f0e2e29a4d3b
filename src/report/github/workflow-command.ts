import {escapeControls} from '../../text/escape.ts'

/** A line that the runner of GitHub Actions takes for a command. Nothing in the values can end it or begin another. */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`
}

/** The runner turns back these and no others. Line ends come back; what a terminal would obey is shown. */
function escapeData(text: string): string {
  const shown = text.replace(/[^\r\n]+/g, escapeControls)
  return shown.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
