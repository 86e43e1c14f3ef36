// A whole number as people and machines give it: digits in a form or a table, a number in JSON.

import { z } from 'zod'

const given = z.union([z.string(), z.number()], {
  error: 'Give a whole number in digits, such as 12',
})

/** A whole number from `least` on, which need not be known: nothing and blanks are null. `what` is as in "the number of places". */
export function perhapsWholeNumber(what: string, least = 0) {
  return given.nullish().transform((value, context): number | null => {
    const text = typeof value === 'string' ? value.trim() : (value ?? '')
    if (text === '') return null
    const number = typeof text === 'string' && !/^\d+$/.test(text) ? Number.NaN : Number(text)
    if (Number.isSafeInteger(number) && number >= least) return number
    context.addIssue({
      code: 'custom',
      message: `Give ${what} as a whole number from ${least} on, or leave it empty where it is not known`,
    })
    return z.NEVER
  })
}

/** A whole number from `least` on that must be given. */
export function wholeNumber(what: string, least = 0) {
  const message = `Give ${what} as a whole number from ${least} on`
  return z.union([z.string(), z.number()], { error: message }).transform((value, context) => {
    const text = String(value).trim()
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (Number.isSafeInteger(number) && number >= least) return number
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}
