// Personal details: the names of people whom the record knows by id only. They can be erased; the record stays whole.

/** A person of one code, and the name that stands apart from the record. */
export interface NamedPerson {
  readonly code: string
  readonly id: string
  readonly name: string
}

/** The one store beside the journal that cannot be made again from it. */
export interface PersonalDetails {
  /** The names that are held, by id: of these people, or of everybody in the code. Whom nobody named is not in it. */
  names(code: string, ids?: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Keeps the names of people who have none yet. Gives those it kept; one held already, or erased, stays as it is. */
  keep(people: readonly NamedPerson[]): Promise<readonly NamedPerson[]>
  /** Takes back what was kept for an entry that then was not made: as if the person had never been named. */
  drop(people: readonly NamedPerson[]): Promise<void>
  /** Erases the name for good, at an instant in UTC. A name erased cannot be kept again. */
  erase(code: string, id: string, at: string): Promise<void>
}
