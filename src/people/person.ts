// A person whom the record knows: by id and role only. The name stands apart, where it can be erased.

import type { Event } from '#journal/entry.ts'
import type { Fold } from '#journal/fold.ts'

export type PersonEntered = Event<
  'PersonEntered',
  {
    /** The person's lasting id. It must not tell who the person is. */
    readonly id: string
    /** In what capacity the record speaks of the person, as the source says. */
    readonly role: string
  }
>

export type PersonEvent = PersonEntered

/** What rules need to know of a person's past. */
export interface Person {
  readonly entered: boolean
}

export const noPerson: Person = { entered: false }

export function evolvePerson(_person: Person, event: PersonEvent): Person {
  switch (event.type) {
    case 'PersonEntered':
      return { entered: true }
  }
}

/** The people on record, by id. They are on record without beginning or end: ask for rows whatever the day. */
export const peopleKept: Fold<PersonEntered['data'], PersonEvent> = {
  name: 'people.people',
  edition: 1,
  on: {
    PersonEntered: (entry, people) => people.open(entry.data.id, entry.data),
  },
}
