// Enters a person whom a source names. The name is asked for here, and goes nowhere near the journal.

import { z } from 'zod'
import { notKnown } from '#calendar/known-date.ts'
import { command, type Rule } from '#decision/command.ts'
import { provenance, referenceField, said } from '#decision/on-record.ts'
import { evolvePerson, noPerson, type Person, type PersonEvent } from './person.ts'

const input = z.object({
  id: referenceField('the person').meta({
    label: 'Reference',
    hint: 'It must not tell who the person is, such as person-0002',
  }),
  name: said('the person’s name').meta({
    label: 'Name',
    hint: 'It stands apart from the record and can be erased',
  }),
  role: said('the person’s role').meta({ label: 'Role', hint: 'Such as Chair of the Panel' }),
  ...provenance,
})
type EnterPerson = z.output<typeof input>

const personIsNew: Rule<EnterPerson, Person, undefined> = ({ id }, person) =>
  person.entered
    ? {
        says: `A person with the reference ${id} is already on record`,
        field: 'id',
        came: id,
        instead: 'Give this person a reference of their own',
      }
    : undefined

const referenceTellsNoName: Rule<EnterPerson, Person, undefined> = ({ id, name }) => {
  const words = name.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return words.some((word) => id.toLowerCase().split(/[.-]/).includes(word))
    ? {
        says: 'The reference tells the person’s name, which the record must not hold',
        field: 'id',
        came: id,
        instead: 'Give a reference by number, such as person-0002',
      }
    : undefined
}

export const enterPersonOnRecord = command<EnterPerson, Person, PersonEvent>({
  name: 'enter-person-on-record',
  at: 'POST /people',
  title: 'Enter a person on record',
  why: 'Where the record speaks of a person it holds a reference; the name stands apart and can be erased.',
  may: 'operator',
  onRecord: true,
  input,
  stream: ({ id }) => `person:${id}`,
  starting: noPerson,
  evolve: evolvePerson,
  rules: { personIsNew, referenceTellsNoName },
  class: 'white',
  decide: ({ id, role }) => [
    { type: 'PersonEntered', data: { id, role }, effectiveFrom: notKnown },
  ],
  shownAt: () => '/desk',
})
