// Which version was in force on a day, as a sentence.

import { type KnownDate, printWhen } from '#calendar/known-date.ts'
import type { VersionShown } from './versions.view.ts'

/** The versions that certainly or possibly are in force on a day, told in words; `day` is the day in words. */
export function versionsInWords(inForce: readonly VersionShown[], day: string): string {
  const [first, ...others] = inForce
  if (!first) return `No version of the Code is known to have been in force on ${day}.`
  if (others.length === 0 && first.inForce === 'certainly')
    return `Version ${first.version}, the newest on record for ${day}, came into force ${when(first)}.`
  if (others.length === 0 && first.gapAfter)
    return `Possibly version ${first.version} (which came into force ${when(first)}): versions between it and ${first.next} are not on record, so that another may have taken its place by ${day}.`
  const names = inForce.map(({ version }) => version)
  const listed =
    names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  return `Possibly version ${listed}: the dates are known in part, so that the record does not tell which was in force on ${day}.`
}

const when = ({ effective }: VersionShown) => printWhen(effective.date as KnownDate)
