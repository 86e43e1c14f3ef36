// What has been confirmed of the rulebook: the rows that the office lays over the files, and the list of them.

import { z } from 'zod'
import type { Fold, Row } from '#journal/fold.ts'
import { asShown, beneath, beneathOf, shownDate } from '#reading/given.ts'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { printValue } from '#rulebook/print-value.ts'
import type { Confirmation } from '#rulebook/rulebook.ts'
import type { ParameterEvent } from './parameter.ts'
import { parameterValue } from './parameter-value.ts'

/** A confirmation, and where the parameter was read. */
export interface KeptConfirmation extends Confirmation {
  readonly seenIn: string | null
}

/** One row a confirmation; it closes where the next one of the same parameter opens. */
export const confirmationsKept: Fold<KeptConfirmation, ParameterEvent> = {
  name: 'governance.confirmations',
  edition: 1,
  on: {
    ParameterConfirmed({ data, by, recordedAt, version }, rows) {
      const { parameter, from } = data
      const others = [...rows.all()].filter((row) => row.data.parameter === parameter)
      const next = others
        .map((row) => row.data.from)
        .filter((day) => day > from)
        .sort()[0]
      for (const row of others)
        if (row.data.from <= from && (row.closes === null || row.closes > from))
          rows.close(row.key, from)
      rows.open(
        `${parameter} ${from} ${version}`,
        { ...data, by, recordedAt },
        { opens: from, closes: next ?? null },
      )
    },
  },
}

/** The confirmation that a row of `governance.confirmations` holds. */
export function confirmationOf(data: unknown): Confirmation {
  const { seenIn: _seenIn, ...confirmation } = data as KeptConfirmation
  return confirmation
}

export const confirmationShown = z.object({
  parameter: z.string(),
  value: parameterValue,
  words: z.string().meta({ description: 'The value as it is read, with its unit' }),
  clause: z.string().nullable(),
  from: shownDate,
  until: shownDate.nullable().meta({ description: 'The day from which another one counts' }),
  seenIn: z.string().nullable(),
  by: z.string(),
  recordedAt: z.string(),
  ...beneath.shape,
})
export type ConfirmationShown = z.infer<typeof confirmationShown>

export const confirmationsView = view({
  name: 'confirmations',
  at: '/rulebook-confirmations',
  title: 'Confirmations of the rulebook',
  says: 'The parameters that have been confirmed, whatever day they count from, last entered first.',
  asked: z.object(paging),
  gives: z.object({
    confirmations: z.array(confirmationShown),
    total: z.int(),
    next: z.string().nullable(),
  }),
  answer(reading, asked) {
    const newestFirst = reading
      .rows(confirmationsKept)
      .toSorted(
        (one, other) =>
          compare(other.data.recordedAt, one.data.recordedAt) || compare(other.key, one.key),
      )
    const { rows, total, next } = pageOf(newestFirst, asked, (row) => row.key)
    return { confirmations: rows.map((row) => shownConfirmation(row, reading)), total, next }
  },
})

/** A confirmation as pages and API show it. */
export function shownConfirmation(row: Row<KeptConfirmation>, reading: Reading): ConfirmationShown {
  const { parameter, value, clause, from, seenIn, by, recordedAt } = row.data
  const unit = reading.rulebookOn(from).parameters.get(parameter)?.unit
  return {
    parameter,
    value,
    words: printValue(value, unit),
    clause,
    from: asShown(from),
    until: row.closes && asShown(row.closes),
    seenIn,
    by,
    recordedAt,
    ...beneathOf(row),
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
