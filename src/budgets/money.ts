// Money is whole pence: exact, and never a fraction of a pound. Here it is printed for people, and read from what they write.

/**
 * Pence in pounds: '£6,995,000', with pence only where there are any: '£12.50'. Throws a RangeError where the number is
 * not whole or too large to be exact.
 */
export function printPence(pence: number): string {
  const { sign, digits } = partsOf(pence)
  const pounds = grouped(digits.slice(0, -2))
  const rest = digits.slice(-2)
  return `${sign}£${pounds}${rest === '00' ? '' : `.${rest}`}`
}

/**
 * The short form, '£6.995 million', where that says it exactly in three decimals at most; otherwise in full.
 * It never rounds.
 */
export function printPenceShort(pence: number): string {
  const { sign, digits } = partsOf(pence)
  const [millions, decimals] = [digits.slice(0, -8), digits.slice(-8)]
  const written = decimals.replace(/0+$/, '')
  if (millions === '' || written.length > 3) return printPence(pence)
  return `${sign}£${grouped(millions)}${written && `.${written}`} million`
}

/**
 * The pence that a text names: digits alone are pence, '£' makes them pounds: '699500000', '£6,995,000', '£12.50',
 * '£6.995 million', '£6.995m'. Nothing where it names none, names a part of a penny, or is too large to be exact.
 */
export function penceFrom(text: string): number | undefined {
  const whole = /^-?\d+$/.exec(text)
  if (whole) return exact(text)
  const pounds = /^(-?)£(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( ?(?:million|m))?$/.exec(text)
  if (!pounds) return undefined
  const [, sign, grouping, decimals = '', million] = pounds
  const places = million ? 8 : 2
  if (!million && decimals !== '' && decimals.length !== 2) return undefined
  const written = decimals.replace(/0+$/, '')
  if (written.length > places) return undefined
  return exact(`${sign}${grouping!.replaceAll(',', '')}${written.padEnd(places, '0')}`)
}

function exact(digits: string): number | undefined {
  const pence = Number(digits)
  // Minus nothing is nothing.
  return Number.isSafeInteger(pence) ? pence || 0 : undefined
}

function partsOf(pence: number) {
  if (!Number.isSafeInteger(pence))
    throw new RangeError(`Expected whole pence, exact to the penny, but got ${pence}`)
  return { sign: pence < 0 ? '-' : '', digits: String(Math.abs(pence)).padStart(3, '0') }
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}
