// Words in quotation marks, as an instruction holds them: any words can be said, and typed ones are understood.

/** Whether quotation marks inside words open and close in pairs, and nothing else needs saying otherwise. */
const isPlain = (s: string): boolean => {
  let depth = 0
  for (const one of s) {
    if (one === '“') depth++
    else if (one === '”' && --depth < 0) return false
    else if (one === '\\' || one === '\n') return false
  }
  return depth === 0
}

/** The words between quotation marks; marks that do not pair, line ends and backslashes stand after a backslash. */
export const quoted = (s: string): string =>
  isPlain(s) ? `“${s}”` : `“${s.replace(/[\\“”]/g, (one) => `\\${one}`).replaceAll('\n', '\\n')}”`

export interface Quotation {
  readonly words: string
  /** Where what follows the closing mark begins. */
  readonly end: number
}

/** Reads a quotation that begins at `from`, in curly or straight marks; null where none begins there or it does not end. */
export const readQuoted = (s: string, from: number): Quotation | null => {
  const open = s[from]
  if (open !== '“' && open !== '"') return null
  let words = ''
  let depth = 1
  for (let at = from + 1; at < s.length; at++) {
    const one = s[at] as string
    if (one === '\\' && at + 1 < s.length) {
      at++
      words += s[at] === 'n' ? '\n' : s[at]
      continue
    }
    if (open === '“' && one === '“') depth++
    if (one === (open === '“' ? '”' : '"') && --depth === 0) return { words, end: at + 1 }
    words += one
  }
  return null
}
