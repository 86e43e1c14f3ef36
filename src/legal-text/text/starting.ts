// When an effect starts or ends, as people write it: a day as far as it is known, a release, an event, or not yet.

import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import {
  earliest,
  isKnownDate,
  type KnownDate,
  knownDate,
  notKnown,
  printWhen,
} from '#calendar/known-date.ts'
import type { When } from '../engine/index.ts'
import type { Starting } from './text-events.ts'

const expected =
  'Give a date as 2017-03-31 or as far as it is known, or release:NAME, event:NAME, not-commenced'

/** Reads `2016-09-29`, `release:November 2016`, `event:DCC Live` or `not-commenced`; undefined for anything else. */
export function startingOf(text: string): Starting | undefined {
  const [, what, name] = /^(release|event):\s*(\S.{0,199})$/.exec(text.trim()) ?? []
  if (what === 'release') return { release: name! }
  if (what === 'event') return { event: name! }
  if (text.trim() === 'not-commenced') return 'not-commenced'
  return isKnownDate(text.trim()) ? { on: knownDate(text.trim()) } : undefined
}

/** As it is typed: the inverse of `startingOf`. */
export function startingText(starting: Starting): string {
  if (starting === 'not-commenced') return starting
  if ('on' in starting) return starting.on
  return 'release' in starting ? `release:${starting.release}` : `event:${starting.event}`
}

/** For a sentence: 'on 29 September 2016', 'with the release November 2016'. */
export function startingInWords(starting: Starting): string {
  if (starting === 'not-commenced') return 'on a day not yet set'
  if ('on' in starting) return printWhen(starting.on)
  return 'release' in starting ? `with the release ${starting.release}` : `when ${starting.event}`
}

/** A field that holds it. */
export const startingField = z.string({ error: expected }).transform((text, context): Starting => {
  const starting = startingOf(text)
  if (starting !== undefined) return starting
  context.addIssue({ code: 'custom', message: expected })
  return z.NEVER
})

/** The date known, for the journal; not known where it waits. */
export function dateOf(starting: Starting): KnownDate {
  return typeof starting === 'object' && 'on' in starting ? starting.on : notKnown
}

/** For the engine, which counts in days: the first day on which it may be; `began` where nothing says how early. */
export function whenOf(starting: Starting, began: Day): When {
  if (typeof starting === 'object' && 'on' in starting) return { on: firstDay(starting.on, began) }
  return starting
}

/** The first day of a date known in part, `began` where it has none. */
export const firstDay = (date: KnownDate, began: Day): Day => {
  const first = earliest(date)
  return first === null || first < began ? began : first
}
