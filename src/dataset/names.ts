/** A name without the remarks in brackets and the marks that stand after it. */
export function withoutRemark(name: string): string {
  let plain = name.trim()
  if (plain.length > longestName) return plain
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(trailing, '').trimEnd()
  }
  return plain
}

/** A longer text is no name, and would take its time. */
const longestName = 200

const trailing = /(?:[（(【[][^（）()【】[\]]*[）)】\]]|\[\^\w+\]|[*※#†①-⑳¹²³。.;；、，,])$/u

/** `百货/超市/便利店` names three things. */
export function partsOfName(name: string): readonly string[] {
  const parts = withoutRemark(name)
    .split(/[/／、，,|｜]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 1 ? parts : []
}
