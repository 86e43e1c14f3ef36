// The versions that the text on record has had: from when to when, by which instruments, and how they are called.

import { type Day, isDay } from '#calendar/day.ts'
import { latest } from '#calendar/known-date.ts'
import type { Reading } from '#reading/reading.ts'
import type { Hash } from '../engine/index.ts'
import { versionsOnRecord } from '../versions-on-record.ts'
import { type EffectOnRecord, textOf } from './text-on-record.ts'

export interface VersionOfText {
  readonly from: Day
  /** The first day on which the text is otherwise; null while it goes on. */
  readonly to: Day | null
  readonly root: Hash
  /** What the version on record that came into force with it is called; designations of the text count too. */
  readonly labels: readonly string[]
  /** The effects that made it what it is, as they begin with it or hold for a time. */
  readonly effects: readonly EffectOnRecord[]
}

/** Every version as in force in a region, or everywhere, oldest first; none where no text has begun. */
export function versionsOfText(
  reading: Reading,
  { region }: { readonly region?: string | undefined } = {},
): readonly VersionOfText[] {
  const text = textOf(reading)
  if (!text) return []
  const versions = text.timeline
    .intervals(region === undefined ? {} : { region })
    .map(({ from, to, version, effects }) => ({
      from: from as Day,
      to: to as Day | null,
      root: version,
      effects: effects.map((id) => text.effects.get(id)!),
    }))
  const labels = new Map<Day, Set<string>>()
  const call = (day: string, label: string) => {
    const held = versions.findLast(({ from }) => from <= day)
    if (held) labels.set(held.from, (labels.get(held.from) ?? new Set()).add(label))
  }
  for (const { row, opens } of versionsOnRecord(reading)) {
    const day = latest(opens)
    if (day !== null) call(day, row.data.version)
  }
  for (const { from, effects } of versions)
    for (const { instrument, date } of effects)
      if (instrument?.kind === 'designation' && latest(date) === from)
        call(from, instrument.reference)
  return versions.map((version) => ({ ...version, labels: [...(labels.get(version.from) ?? [])] }))
}

/**
 * The version that is meant by a day, by what it is called, or by the first eight digits or more of its root hash;
 * undefined where none is. With the day that was meant: the one asked for, or the version's first.
 */
export function versionMeant(
  reading: Reading,
  name: string,
  how: { readonly region?: string | undefined } = {},
): { readonly version: VersionOfText; readonly day: Day } | undefined {
  const versions = versionsOfText(reading, how)
  if (isDay(name)) {
    const version = versions.findLast(({ from }) => from <= name)
    return version && { version, day: name }
  }
  const version =
    versions.find(({ labels }) => labels.includes(name)) ??
    (/^[0-9a-f]{8,64}$/.test(name) ? versions.find(({ root }) => root.startsWith(name)) : undefined)
  return version && { version, day: version.from }
}
