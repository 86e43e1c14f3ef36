// Votes, shares and majorities as exact fractions: no floating point decides anything.

/** An exact fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * The exact fraction that a text or a number names: '1/2', '66.7%', '0.125', 3. Throws a RangeError for any other
 * text and for a number that is not whole, since such a number has lost its exactness already: write it as text.
 */
export function fraction(value: string | number | bigint): Fraction {
  if (typeof value === 'bigint') return lowest(value, 1n)
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return lowest(BigInt(value), 1n)
    throw new RangeError(
      `Expected a whole number or a text such as '2/3' or '0.5', but got ${value}`,
    )
  }
  const ratio = /^(\d+)\/(\d+)$/.exec(value)
  if (ratio && !/^0+$/.test(ratio[2]!)) return lowest(BigInt(ratio[1]!), BigInt(ratio[2]!))
  const decimal = /^(\d+)(?:\.(\d+))?(%?)$/.exec(value)
  if (decimal) {
    const places = decimal[2] ?? ''
    const hundred = decimal[3] === '%' ? 100n : 1n
    return lowest(BigInt(decimal[1]! + places), 10n ** BigInt(places.length) * hundred)
  }
  throw new RangeError(`Expected a fraction such as 2/3, 66.7%, 0.5 or 3, but got '${value}'`)
}

/** The sum of fractions; nothing adds up to 0. */
export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (one, other) =>
      lowest(
        one.numerator * other.denominator + other.numerator * one.denominator,
        one.denominator * other.denominator,
      ),
    fraction(0),
  )
}

/** The product of two fractions. */
export function times(one: Fraction, other: Fraction): Fraction {
  return lowest(one.numerator * other.numerator, one.denominator * other.denominator)
}

/** Below 0, 0 or above 0 as the first is less than, equal to or more than the second. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

/** What share of those who count is needed: 'more than' or 'at least' a fraction of them. */
export interface Majority {
  readonly needs: 'more than' | 'at least'
  readonly share: Fraction
}

/** The majority that a text names: 'more than 1/2', 'at least 2/3', 'all'. Throws a RangeError for any other. */
export function majority(text: string): Majority {
  if (text === 'all') return { needs: 'at least', share: fraction(1) }
  const parts = /^(more than|at least) (\S+)$/.exec(text)
  const share = parts && fraction(parts[2]!)
  const top = parts?.[1] === 'more than' ? -1 : 0
  if (!share || compareFractions(share, fraction(1)) > top)
    throw new RangeError(
      `Expected a majority such as 'more than 1/2', 'at least 2/3' or 'all', but got '${text}'`,
    )
  return { needs: parts[1] as Majority['needs'], share }
}

/**
 * Whether a part of the whole is enough, such as votes for among the votes cast, each a count or a weight.
 * Nothing is enough of nothing: where nobody votes, nothing is carried. Throws where the part exceeds the whole.
 */
export function isMetBy(needed: Majority, part: Fraction, whole: Fraction): boolean {
  if (compareFractions(part, whole) > 0)
    throw new RangeError(
      `Expected no more than the whole, but got ${print(part)} of ${print(whole)}`,
    )
  if (whole.numerator === 0n) return false
  const difference = compareFractions(part, times(needed.share, whole))
  return needed.needs === 'more than' ? difference > 0 : difference >= 0
}

/** The least number out of so many that is enough, such as a quorum: of 12, 'at least 1/2' needs 6 and 'more than 1/2' 7. */
export function leastOf(needed: Majority, count: number): number {
  const { numerator, denominator } = times(needed.share, fraction(count))
  const floor = numerator / denominator
  const exact = floor * denominator === numerator
  return Number(exact && needed.needs === 'at least' ? floor : floor + 1n)
}

function print({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
}

function lowest(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : greatestCommonDivisor(other, one % other)
}
