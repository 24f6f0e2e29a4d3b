// Medians, ratios and the tables that state them.

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** The median of the ratios round by round: what slows the machine down slows both sides. */
export function ratioOf(times, base) {
  return median(times.map((time, round) => time / base[round]))
}

/** How much more each doubling takes. */
export function perDoubling(earlier, later, factor) {
  return (later / earlier) ** (1 / Math.log2(factor))
}

/** A table; all columns but the first are figures. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line), '']
}

/** What must hold, what came out, and whether it does. */
export function targets(rows) {
  return table(
    ['what must hold', 'at most', 'measured', 'met'],
    rows.map(([what, most, measured, unit = '']) => [
      what,
      `${most}${unit}`,
      `${measured.toFixed(unit === '' ? 3 : 0)}${unit}`,
      measured <= most ? 'yes' : '**no**',
    ]),
  )
}

export function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(milliseconds < 1000 ? 3 : 2)
}

/** A table of tools with their times and peaks, beside the first of them. */
export function besideFirst(tools, times, peaks) {
  return table(
    ['command', 'seconds', 'MiB', `to the ${tools[0].name}`],
    tools.map(({name}, index) => [
      name,
      seconds(median(times[index])),
      peaks[index].toFixed(0),
      ratioOf(times[index], times[0]).toFixed(2),
    ]),
  )
}
