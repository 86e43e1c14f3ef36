// When a consultation closes: a day and an hour by the clocks where the code lives.

import { z } from 'zod'
import { type Day, isDay, printDay } from '#calendar/day.ts'

/** `2017-02-14 17:00`: a day and a time of day, local to the code. Such texts sort by time. */
export type ClosingTime = string & { readonly closingTime: unique symbol }

/** Whether a text is a day and a time of day, written `2017-02-14 17:00`. */
export function isClosingTime(text: string): text is ClosingTime {
  const [day, time, ...more] = text.split(' ')
  return (
    more.length === 0 && isDay(day) && time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  )
}

/** The last day on which one can respond. */
export function closingDay(closes: ClosingTime): Day {
  return closes.slice(0, 10) as Day
}

/** As people write it: '14 February 2017 at 17:00'. */
export function printClosingTime(closes: ClosingTime): string {
  return `${printDay(closingDay(closes))} at ${closes.slice(11)}`
}

const expected =
  'Give the day and hour as 2017-02-14 17:00, or leave it empty where it is not known'

/** A field that holds the day and hour of closing; nothing and blanks are null, which is not known. */
export const perhapsClosingTime = z
  .string({ error: expected })
  .trim()
  .refine((text) => text === '' || isClosingTime(text), { error: expected })
  .nullish()
  .transform((text): ClosingTime | null => (text ? (text as ClosingTime) : null))
