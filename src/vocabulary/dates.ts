/** Whether the text is a date that exists: `2017`, `2017-10` or `2017-10-01`. */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === undefined || year === '0000') return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  // A day that the month does not have is taken for one of the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

/** Whether the text is a day that exists: `2017-10-01`. */
export function isFullDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text)
}

/** Today, as UTC has it. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** Below 0 where the first date is earlier, above 0 where it is later. A partial date counts as its first day. */
export function compareDates(a: string, b: string): number {
  const [first, second] = [firstDay(a), firstDay(b)]
  if (first === second) return 0
  return first < second ? -1 : 1
}

function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}
