// What the record knows of a text that Akoma Ntoso has a place for: the states that it has had, and which instruments
// gave it each.

import { type AknDocument, aknHistory } from '../engine/formats/index.ts'
import type { TextOnRecord } from './text-on-record.ts'

/** The history of the text up to `day`, as `writeAkn` takes it for the text in force then, or a provision of it. */
export function aknHistoryOf(
  { timeline, effects, store }: TextOnRecord,
  day: string,
  { region }: { readonly region?: string | undefined } = {},
): Required<Pick<AknDocument, 'events' | 'intervals' | 'modifications'>> {
  const intervals = timeline
    .intervals(region === undefined ? {} : { region })
    .filter(({ from }) => from <= day)
  return aknHistory(
    intervals.map(({ from, version, effects: now }, at) => {
      const before = new Set(intervals[at - 1]?.effects ?? [])
      const instruments = now
        .filter((id) => !before.has(id))
        .flatMap((id) => effects.get(id)?.instrument ?? [])
        .map(({ kind, reference }) => `${kind} ${reference}`)
      return { from, root: store.root(version), source: [...new Set(instruments)].join(', ') }
    }),
  )
}
