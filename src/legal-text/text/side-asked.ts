// One side of a comparison as it is asked for: a day, the label of a version, a root hash, or a draft and what it amends.

import { type Day, isDay, printDay } from '#calendar/day.ts'
import { latest, printKnownDate } from '#calendar/known-date.ts'
import type { Reading } from '#reading/reading.ts'
import { versionsKept } from '../code-kept.ts'
import { draftedText } from '../drafts/drafted-text.ts'
import { draftOnRecord } from '../drafts/drafts-on-record.ts'
import type { Tree } from '../engine/index.ts'
import { type TextOnRecord, textOf } from './text-on-record.ts'

export interface Side {
  /** How it is called: 'the text in force on 28 September 2016', 'version 5.5'. */
  readonly words: string
  readonly root: Tree
  /** The day, where it is one. */
  readonly day: Day | null
  /** What a person should know of it: that a date is known in part, that the text is younger. */
  readonly note: string | null
}

/** The text that is asked for; a sentence where there is none. */
export function sideAsked(
  reading: Reading,
  asked: string,
  region?: string | undefined,
): Side | { readonly fault: string } {
  const text = textOf(reading)
  if (!text) return { fault: 'No text of this code is on record' }
  if (isDay(asked))
    return onDay(text, asked, `the text in force on ${printDay(asked)}`, null, region)
  const version = reading.row(versionsKept, asked)
  if (version) {
    const { effective } = version.data
    const day = latest(effective)
    if (!day) return { fault: `From when version ${asked} is in force is not known` }
    const note =
      day === effective
        ? null
        : `Version ${asked} is in force ${printKnownDate(effective)}; shown is the last of these days.`
    return onDay(text, day, `version ${asked}`, note, region)
  }
  const [, side, modification] = /^(draft|baseline):(\S+)$/.exec(asked) ?? []
  const draft = modification ? draftOnRecord(reading, modification, reading.asOf) : undefined
  const drafted = draft && draftedText(text, draft.latest)
  if (drafted)
    return side === 'draft'
      ? { words: `the draft of ${modification}`, root: drafted.root, day: null, note: null }
      : {
          words: `the text that the draft of ${modification} amends`,
          root: drafted.base,
          day: null,
          note: null,
        }
  const held = /^[0-9a-f]{8,64}$/.test(asked)
    ? text.timeline.intervals().filter(({ version: root }) => root.startsWith(asked))
    : []
  const [first] = held
  if (first)
    return {
      words: `the text ${first.version.slice(0, 12)}`,
      root: text.store.root(first.version),
      day: null,
      note: null,
    }
  return {
    fault: `Give a day as 2016-09-30, the label of a version on record such as 5.5, draft:NUMBER or baseline:NUMBER of an open modification, or the first 8 digits or more of a root hash; it came as ${asked}`,
  }
}

function onDay(
  text: TextOnRecord,
  day: Day,
  words: string,
  note: string | null,
  region: string | undefined,
): Side | { readonly fault: string } {
  if (day < text.began) return { fault: `The text on record begins on ${printDay(text.began)}` }
  const version = text.timeline.at(day, region ? { region } : {})
  return { words, root: text.store.root(version), day, note }
}
