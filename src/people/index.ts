// The front door: what other rooms may use.

export { keepingNames } from './keeping-names.ts'
export type { PersonEntered, PersonEvent } from './person.ts'
export { peopleKept } from './person.ts'
