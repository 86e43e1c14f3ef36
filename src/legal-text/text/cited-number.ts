// Printed numbers as they are cited and as they stand in an address: 'X2.4(f)', 'Section E', 'Appendix AC'.

/** The steps from the whole to the provision: 'X2.4(f)' is X, 2, 4, f; 'Appendix AC' is Appendix AC. */
export function stepsOf(number: string): readonly string[] {
  const plain = number.trim().replace(/\s+/g, ' ')
  const part = /^(schedule|appendix|annex|part|chapter|title)\s+(\S+?)(?:[\s,]+(.+))?$/i.exec(plain)
  if (part) {
    const first = `${part[1]!.toLowerCase()} ${part[2]!.toLowerCase()}`
    return part[3] ? [first, ...stepsOf(part[3])] : [first]
  }
  const bare = plain.replace(/^(section|clause|paragraph|§)\s*/i, '')
  return (bare.match(/\(([^)]*)\)|[A-Za-z]+|\d+[A-Za-z]*/g) ?? []).map((step) =>
    step.replace(/[()]/g, '').toLowerCase(),
  )
}

/** Whether `inner` is `outer` or lies within it, by their numbers alone. */
export function liesIn(inner: string, outer: string): boolean {
  const [whole, part] = [stepsOf(outer), stepsOf(inner)]
  return (
    whole.length > 0 && whole.length <= part.length && whole.every((step, at) => step === part[at])
  )
}

/** Whether a citation, which may be a range such as J3.2-J3.13, and a number have anything in common. */
export function touches(cited: string, number: string): boolean {
  const range = /^(.*\d[A-Za-z]?)\s*(?:-|–|to)\s*([A-Za-z]*\d.*)$/.exec(cited.trim())
  if (!range) return liesIn(cited, number) || liesIn(number, cited)
  const [first, last] = [stepsOf(range[1]!), stepsOf(range[2]!)]
  const asked = stepsOf(number)
  const at = first.length - 1
  const alike = (steps: readonly string[]) =>
    first.slice(0, at).every((step, index) => steps[index] === undefined || steps[index] === step)
  if (asked.length <= at) return alike(asked)
  const value = Number.parseInt(asked[at]!, 10)
  return (
    alike(asked) &&
    value >= Number.parseInt(first[at]!, 10) &&
    value <= Number.parseInt(last[at] ?? '', 10)
  )
}

/** As it stands in an address: 'Appendix AC' is Appendix-AC. */
export const slugOf = (number: string): string =>
  encodeURIComponent(number.trim().replace(/\s+/g, '-')).replace(/%2C/g, ',')

/** What an address asks for, as words: hyphens after a word of kind are blanks. */
export const askedNumber = (slug: string): string =>
  slug.trim().replace(/^([A-Za-z]+)-(?=[A-Za-z0-9])/, '$1 ')

/** The form in which numbers are compared: without blanks, signs and 'Section', in small letters. */
export function bareNumber(number: string): string {
  const known = bare.get(number)
  if (known !== undefined) return known
  const fresh = number
    .replace(/^(§+|section\b|clause\b|paragraph\b)[\s-]*/i, '')
    .replace(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase()
  // What is asked for may be anything; what a text holds is some tens of thousands.
  if (bare.size > 100_000) bare.clear()
  bare.set(number, fresh)
  return fresh
}

const bare = new Map<string, string>()
