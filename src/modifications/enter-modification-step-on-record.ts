// Enters a dated step of a proposal that is on record.

import { z } from 'zod'
import { earliest, latest, notKnown, printKnownDate } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { perhaps, perhapsKnownDate, provenance, referenceField, said } from '#decision/on-record.ts'
import {
  evolveModification,
  type Modification,
  noModification,
  type ProposalStepStated,
} from './modification.ts'

const input = z.object({
  number: referenceField('the proposal').meta({ label: 'Number', hint: 'Such as SECMP0022' }),
  step: said('the step').meta({ label: 'Step', hint: 'Such as Modification Proposal raised' }),
  date: perhapsKnownDate
    .transform((date) => date ?? notKnown)
    .meta({ label: 'Date', hint: 'The day, or the first day of a period' }),
  until: perhapsKnownDate.meta({ label: 'Until', hint: 'The last day of a period' }),
  dateBasis: perhaps.meta({ label: 'How the date is known', hint: 'Stated or inferred' }),
  ...provenance,
})
type EnterStep = z.output<typeof input>
type StepRule = Rule<EnterStep, Modification, undefined>

const proposalIsOnRecord: StepRule = ({ number }, { entered }) =>
  entered
    ? undefined
    : {
        says: `No proposal numbered ${number} is on record`,
        field: 'number',
        came: number,
        instead: 'Enter the proposal first',
      }

const stepIsNew: StepRule = ({ step, date }, { steps }) =>
  steps.some((one) => one.step === step && one.date === date)
    ? {
        says: `The step ‘${step}’, ${printKnownDate(date)}, is already on record`,
        field: 'step',
        came: step,
      }
    : undefined

const stepEndsAfterItBegins: StepRule = ({ date, until }) => {
  const [from, to] = [earliest(date), until && latest(until)]
  return from !== null && to !== null && to < from
    ? {
        says: 'A step cannot end before it begins',
        field: 'until',
        expected: `${printKnownDate(date)} or later`,
        came: until!,
      }
    : undefined
}

export const enterModificationStepOnRecord = command<EnterStep, Modification, ProposalStepStated>({
  name: 'enter-modification-step-on-record',
  at: 'POST /modification-steps',
  title: 'Enter a step of a proposal on record',
  why: 'The steps are the proposal’s history, each with its date as far as it is known.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ number }) => `modification:${number}`,
  starting: noModification,
  evolve: evolveModification,
  rules: { proposalIsOnRecord, stepIsNew, stepEndsAfterItBegins },
  class: 'white',
  decide: ({ number, step, date, until, dateBasis }, { steps }) => [
    {
      type: 'ProposalStepStated',
      data: { number, ordinal: steps.length + 1, step, date, until, dateBasis },
      effectiveFrom: date,
    },
  ],
  shownAt: ({ number }) => `/modifications/${number}`,
})
