// Long lists by pages: a cursor names the last row seen, so that nothing is missed or shown twice.

import { z } from 'zod'

/** What every list may be asked: where to go on, and how many rows. */
export const paging = {
  after: z.string().max(200).optional().meta({ label: 'After the row with this key' }),
  limit: z.coerce
    .number({ error: 'Give the number of rows as a whole number from 1 to 500' })
    .int('Give the number of rows as a whole number from 1 to 500')
    .min(1, 'Give the number of rows as a whole number from 1 to 500')
    .max(500, 'Give the number of rows as a whole number from 1 to 500')
    .default(100)
    .meta({ label: 'Rows a page' }),
}

export interface Paged<Row> {
  readonly rows: readonly Row[]
  /** How many rows match in all. */
  readonly total: number
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

/** A cursor that names no row, or none any more: going on from it would show some rows again and miss others. */
export class NoSuchCursor extends Error {
  override name = 'NoSuchCursor'
  readonly came: string

  constructor(came: string) {
    super('No row has this key now; begin again from the first page')
    this.came = came
  }
}

/** One page of rows that stand in their order already; `keyOf` gives each row's own key. Throws NoSuchCursor. */
export function pageOf<Row>(
  rows: readonly Row[],
  asked: { readonly after?: string | undefined; readonly limit: number },
  keyOf: (row: Row) => string,
): Paged<Row> {
  const before =
    asked.after === undefined ? -1 : rows.findIndex((row) => keyOf(row) === asked.after)
  if (asked.after !== undefined && before < 0) throw new NoSuchCursor(asked.after)
  const start = before + 1
  const shown = rows.slice(start, start + asked.limit)
  const last = shown.at(-1)
  const more = start + shown.length < rows.length
  return { rows: shown, total: rows.length, next: more && last ? keyOf(last) : null }
}
