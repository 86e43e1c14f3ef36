// Facts entered from a source: every such command asks for the basis and the source.

import { z } from 'zod'
import { type Day, isDay } from '#calendar/day.ts'
import { isKnownDate, type KnownDate, knownDate } from '#calendar/known-date.ts'

/** The two fields that each command with `onRecord` has. */
export const provenance = {
  basis: z
    .enum(['on-record', 'known-by-count', 'illustrative'], {
      error: 'Say how we know it: on-record, known-by-count or illustrative',
    })
    .default('on-record')
    .meta({ label: 'Basis', hint: 'From a source, known only by a count, or invented to show' }),
  source: z
    .string({ error: 'Name the source' })
    .trim()
    .min(1, 'Name the source')
    .max(2_000, 'Name the source in 2,000 characters at most')
    .meta({ label: 'Source', hint: 'The document or page, and where in it' }),
}

/** A field that holds a day, as 2017-03-31. */
export const dayField = z
  .string({ error: 'Give a day as 2017-03-31' })
  .refine(isDay, { error: 'Give a day of the calendar as 2017-03-31' })
  .transform((text) => text as Day)

/** A field that holds a date known in part: 2017-03-31, 2016-07, 2016-04-01/2016-08-18, ../2014-07 or .. */
export const knownDateField = z
  .string({ error: 'Give a date as 2017-03-31, or as far as it is known: 2016-07, ../2014-07, ..' })
  .refine(isKnownDate, {
    error:
      'Give a date as 2017-03-31, or as far as it is known: 2016-07, 2016-04-01/2016-08-18, ../2014-07, ..',
  })
  .transform((text): KnownDate => knownDate(text))

/** A text that must say something. */
export function said(what: string) {
  const message = `Give ${what}`
  return z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(2_000, `${message} in 2,000 characters at most`)
}

/** A text that may be left out; nothing and blanks are null. */
export const perhaps = z
  .string()
  .trim()
  .max(4_000, 'Say it in 4,000 characters at most')
  .nullish()
  .transform((text) => (text ? text : null))

/** Several texts in one field, with semicolons between; nothing and blanks are none. */
export const listed = perhaps.transform(
  (text): readonly string[] =>
    text
      ?.split(';')
      .map((part) => part.trim())
      .filter(Boolean) ?? [],
)

/** A date known in part that may be left out; nothing and blanks are null. */
export const perhapsKnownDate = z
  .string({ error: 'Give a date as 2017-03-31, or as far as it is known: 2016-07, ../2014-07, ..' })
  .trim()
  .nullish()
  .transform((text) => (text ? text : null))
  .refine((text) => text === null || isKnownDate(text), {
    error:
      'Give a date as 2017-03-31, or as far as it is known: 2016-07, 2016-04-01/2016-08-18, ../2014-07, ..',
  })
  .transform((text): KnownDate | null => (text === null ? null : knownDate(text)))

/** The lasting name of a thing: letters, digits, dots and hyphens. */
export function referenceField(what: string) {
  return z
    .string({ error: `Give the reference of ${what}` })
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/,
      `Give the reference of ${what} in letters, digits, dots and hyphens`,
    )
}
