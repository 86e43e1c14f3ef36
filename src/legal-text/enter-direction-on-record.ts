// Enters a direction on the effect of provisions: an activation, a variation, a cancellation, a date moved.

import { z } from 'zod'
import { printKnownDate } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { knownDateField, listed, perhaps, provenance, said } from '#decision/on-record.ts'
import type { DirectionGiven } from './direction.ts'

const input = z.object({
  date: knownDateField.meta({ label: 'Date', hint: 'The day from which it counts' }),
  provisions: listed.meta({
    label: 'Provisions',
    hint: 'With semicolons between, such as H1;H2;H3.22',
  }),
  action: said('what the direction does').meta({
    label: 'Action',
    hint: 'As the source words it, such as variation cancelled',
  }),
  description: perhaps.meta({ label: 'Description' }),
  ...provenance,
})
type EnterDirection = z.output<typeof input>

const directionIsNew: Rule<EnterDirection, boolean, undefined> = ({ date, action }, given) =>
  given
    ? {
        says: `The direction of ${printKnownDate(date)}, ${action}, on these provisions is already on record`,
        field: 'action',
        came: action,
      }
    : undefined

/** Its day, its provisions and what it does name a direction: sources give it no number. */
function referenceOf({ date, provisions, action }: EnterDirection): string {
  return [date, ...provisions, action]
    .join('-')
    .replaceAll(/[^A-Za-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 160)
}

export const enterDirectionOnRecord = command<EnterDirection, boolean, DirectionGiven>({
  name: 'enter-direction-on-record',
  at: 'POST /code/directions',
  title: 'Enter a direction on record',
  why: 'Directions say which provisions were in effect, and how they were varied, beside the versions.',
  may: 'operator',
  onRecord: true,
  input,
  stream: (direction) => `direction:${referenceOf(direction)}`,
  starting: false,
  evolve: () => true,
  rules: { directionIsNew },
  class: 'white',
  decide: (direction) => {
    const { date, provisions, action, description } = direction
    const reference = referenceOf(direction)
    return [
      {
        type: 'DirectionGiven',
        data: { reference, on: date, provisions, action, description },
        effectiveFrom: date,
      },
    ]
  },
  shownAt: () => '/code/directions',
})
