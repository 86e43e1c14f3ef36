// What a bench prints: one JSON object a line, with the baseline taken in the same run.

export interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: number
  readonly ratio?: number
  readonly must?: number
  readonly stretch?: number
  readonly higherIsBetter?: boolean
  /** What the value and the baseline are. */
  readonly what: string
}

/** Prints a measurement; the ratio is value over baseline. */
export function measured(of: Measured): void {
  const ratio = of.baseline === undefined ? of.ratio : of.value / of.baseline
  const printed = { ...of, ...(ratio === undefined ? {} : { ratio: rounded(ratio) }) }
  console.log(
    JSON.stringify({
      ...printed,
      value: rounded(of.value),
      ...(of.baseline === undefined ? {} : { baseline: rounded(of.baseline) }),
    }),
  )
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4))
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which this part of the numbers lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
