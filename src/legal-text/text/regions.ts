// The regions of a code, in which a variation may hold alone.

import type { Objection } from '#decision/command.ts'
import type { Rulebook } from '#rulebook/rulebook.ts'

/** Their names as the rulebook of the day has them; none where it names none. */
export function regionsOf(rulebook: Rulebook): readonly string[] {
  return rulebook.knows('text.regions') ? rulebook.list('text.regions').map(String) : []
}

/** Why some of these are no regions of the code; undefined where all are. */
export function strangeRegions(
  rulebook: Rulebook,
  regions: readonly string[],
): Objection | undefined {
  const known = regionsOf(rulebook)
  const strange = regions.filter((region) => !known.includes(region))
  return strange.length > 0
    ? {
        says: `${strange.join(', ')} is no region of this code`,
        expected: known.length > 0 ? known.join(', ') : 'none: the rulebook names no regions',
        came: strange.join(', '),
      }
    : undefined
}
