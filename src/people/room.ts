// What this room hands to the office.

import type { Room } from '#web/room.ts'
import { enterPersonOnRecord } from './enter-person-on-record.ts'
import { peopleRegister } from './people.register.ts'
import { peopleKept } from './person.ts'

export const people: Room = {
  name: 'people',
  folds: [peopleKept],
  commands: [enterPersonOnRecord],
  registers: [peopleRegister],
  views: [],
  pages: [],
  feeds: [],
  tables: [],
}
