// Enters a total that a source claims, beside which the register's own count is shown.

import { z } from 'zod'
import { latest } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, provenance, referenceField, said } from '#decision/on-record.ts'
import { type TotalClaimed, totalsClaimed } from './claimed-total.ts'

const input = z.object({
  reference: referenceField('the claim').meta({
    label: 'Reference',
    hint: 'Such as modifications-2016-17',
  }),
  what: z
    .enum(totalsClaimed, { error: `Say what is counted: ${totalsClaimed.join(', ')}` })
    .meta({ label: 'What is counted' }),
  words: said('the total as the source words it').meta({ label: 'Total', hint: 'Such as over 30' }),
  period: knownDateField.meta({
    label: 'Period',
    hint: 'From its first day to its last: 2016-02-10/2017-03-31',
  }),
  ...provenance,
})
type EnterClaim = z.output<typeof input>

const claimedTotalIsNew: Rule<EnterClaim, boolean, undefined> = ({ reference }, claimed) =>
  claimed
    ? {
        says: `A claimed total with the reference ${reference} is already on record`,
        field: 'reference',
        came: reference,
      }
    : undefined

const claimedPeriodHasAnEnd: Rule<EnterClaim, boolean, undefined> = ({ period }) =>
  latest(period) === null
    ? {
        says: 'A total is claimed for a period that has ended',
        field: 'period',
        expected: 'a period with its last day, such as 2016-02-10/2017-03-31',
        came: period,
      }
    : undefined

export const enterClaimedTotalOnRecord = command<EnterClaim, boolean, TotalClaimed>({
  name: 'enter-claimed-total-on-record',
  at: 'POST /claimed-totals',
  title: 'Enter a claimed total on record',
  why: 'A total says how much of the whole the register holds, and how much is missing.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ reference }) => `claimed-total:${reference}`,
  starting: false,
  evolve: () => true,
  rules: { claimedTotalIsNew, claimedPeriodHasAnEnd },
  class: 'white',
  decide: ({ reference, what, words, period }) => [
    {
      type: 'TotalClaimed',
      data: { reference, what, words, period },
      effectiveFrom: latest(period)!,
    },
  ],
  shownAt: () => '/modifications',
})
