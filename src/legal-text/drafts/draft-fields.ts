// The fields that the commands on drafts have in common.

import { z } from 'zod'
import { referenceField } from '#decision/on-record.ts'
import { informationClasses } from '#journal/information-class.ts'

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
