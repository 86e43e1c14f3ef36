// The fields that the commands on drafts have in common.

import { z } from 'zod'
import type { Rule } from '#decision/command.ts'
import { referenceField } from '#decision/on-record.ts'
import {
  type InformationClass,
  informationClasses,
  type Viewer,
} from '#journal/information-class.ts'

export const modificationField = referenceField('the modification').meta({
  label: 'Modification',
  hint: 'Its number, such as SECMP0016',
})

/** Who may read what is entered. Left out, as few as can be. */
export const classField = z
  .enum(informationClasses, { error: `Say who may read it: ${informationClasses.join(', ')}` })
  .default('red')
  .meta({
    label: 'Who may read it',
    options: [
      { value: 'white', label: 'White: anybody; this publishes it' },
      { value: 'green', label: 'Green: Parties' },
      { value: 'amber', label: 'Amber: a named group or body' },
      { value: 'red', label: 'Red: those named, and nobody else' },
    ],
  })

/** How a further revision is entered unless its drafter says otherwise: as the one before, or as closed as the key reads. */
export function classOfRevision(
  { own }: Viewer,
  before: InformationClass | undefined,
): InformationClass | undefined {
  return own && (before === undefined || before === 'white') ? own.reads.at(-1) : before
}

/**
 * A proposer drafts for those whom its key names. To publish is the administrator's; and what the proposer could not
 * read again, it would have entered blindly.
 */
export const classIsForDrafter: Rule<{ readonly class: InformationClass }, unknown, unknown> = (
  given,
  _state,
  { viewer: { own } },
) => {
  if (!own) return undefined
  const open = own.reads.filter((one) => one !== 'white')
  if (open.some((one) => one === given.class)) return undefined
  return {
    says:
      given.class === 'white'
        ? 'A draft is published by the administrator, once you have said that it is ready'
        : 'You could not read again what you enter',
    field: 'class',
    expected: open.join(', '),
    came: given.class,
  }
}
