// A parameter of the rulebook, so far as anybody has confirmed it here. What the files state is not in the journal.

import type { Day } from '#calendar/day.ts'
import type { Event } from '#journal/entry.ts'
import type { ParameterValue } from '#rulebook/rulebook-file.ts'

/** Somebody has checked a parameter: its value and clause from a day on. */
export type ParameterConfirmed = Event<
  'ParameterConfirmed',
  {
    /** Its lasting name: `panel.quorum`. */
    readonly parameter: string
    readonly value: ParameterValue
    readonly clause: string | null
    readonly from: Day
    /** Where it was read. */
    readonly seenIn: string | null
  }
>

export type ParameterEvent = ParameterConfirmed

/** What rules need to know of a parameter's past: what was confirmed for which day. */
export interface ParameterPast {
  readonly confirmed: ReadonlyMap<Day, ParameterConfirmed['data']>
}

export const neverConfirmed: ParameterPast = { confirmed: new Map() }

export function evolveParameter(past: ParameterPast, event: ParameterEvent): ParameterPast {
  switch (event.type) {
    case 'ParameterConfirmed':
      return { confirmed: new Map([...past.confirmed, [event.data.from, event.data]]) }
  }
}
