// How and why a Party left, as the rulebook of the day knows it: two facts that are kept apart.

import type { Objection } from '#decision/command.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

/** A word of the rulebook as it is kept: `licence revoked` and `licence-revoked` are one. */
export const asKept = (word: string) => word.trim().toLowerCase().replaceAll(' ', '-')

/** A kept word as people read it. */
export const inWords = (kept: string) => kept.replaceAll('-', ' ')

/** Why a way to leave cannot stand. */
export const unknownMechanism = (mechanism: string | null, rulebook: Rulebook) =>
  notListed(mechanism, 'exits.mechanisms', 'mechanism', 'way to leave', rulebook)

/** Why a cause of leaving cannot stand. */
export const unknownCause = (cause: string | null, rulebook: Rulebook) =>
  notListed(cause, 'exits.causes', 'cause', 'cause of leaving', rulebook)

function notListed(
  word: string | null,
  parameter: string,
  field: string,
  what: string,
  rulebook: Rulebook,
): Objection | undefined {
  if (word === null || !rulebook.knows(parameter)) return undefined
  const listed = rulebook.list(parameter).map(String)
  if (listed.map(asKept).includes(asKept(word))) return undefined
  return {
    says: `The rulebook names no ${what} “${word}”`,
    field,
    expected: listed.join(', '),
    came: word,
  }
}
