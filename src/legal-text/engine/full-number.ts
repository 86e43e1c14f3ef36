// What a list says once and means of each: "9(1)(a) and (b)" is 9(1)(a) and 9(1)(b).

const NUMERAL = /^[ivxl]{2,}$/i

/** How a part is numbered: by figures, or by letters or numerals, small or large; one letter may be either. */
const stylesOf = (part: string): string[] => {
  if (/^\d/.test(part)) return ['figures']
  const size = part === part.toLowerCase() ? 'small' : 'large'
  if (NUMERAL.test(part)) return [`${size} numerals`]
  return /^[ivxl]$/i.test(part) ? [`${size} letters`, `${size} numerals`] : [`${size} letters`]
}

/**
 * The full number of one that a list says short after another: `(b)` after `9(1)(a)` is `9(1)(b)`, since letters stand
 * where a letter stood. A number that fits nowhere in the one before is full as it is.
 */
export const fullNumber = (number: string, before: string): string => {
  if (!number.startsWith('(')) return number
  const first = /[^()]+/.exec(number)?.[0] ?? ''
  const parts = [...before.matchAll(/\s?\(([^()]*)\)/g)]
  for (const part of parts.reverse())
    if (stylesOf(part[1] ?? '').some((style) => stylesOf(first).includes(style)))
      return before.slice(0, part.index) + number
  return number
}
