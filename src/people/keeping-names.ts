// How a name gets from the form to where it stands apart: kept before the entry is made, taken back where it is not.

import type { Outcome, Request } from '#decision/carry-out.ts'
import type { NamedPerson, PersonalDetails } from '#personal-details/personal-details.ts'
import { enterPersonOnRecord } from './enter-person-on-record.ts'

/**
 * Carries out requests of which some may enter people. Their names are kept first, so that nobody is on record
 * without the name that was given; unless every outcome is done, what was kept is taken back.
 * Gives the outcomes. Not for a rehearsal: carry that out by itself.
 */
export async function keepingNames(
  details: PersonalDetails,
  requests: readonly Request[],
  carry: () => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const kept = await details.keep(requests.flatMap(peopleNamedIn))
  let entered = false
  try {
    const outcomes = await carry()
    entered = outcomes.every(({ kind }) => kind === 'done')
    return outcomes
  } finally {
    if (!entered) await details.drop(kept)
  }
}

function peopleNamedIn({ command, input, asking }: Request): readonly NamedPerson[] {
  if (command !== enterPersonOnRecord || asking.viewer.name !== command.may) return []
  const read = enterPersonOnRecord.input.safeParse(input)
  return read.success ? [{ code: asking.code, id: read.data.id, name: read.data.name }] : []
}
