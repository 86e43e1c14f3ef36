// What two dates, each as far as it is known, say of one another: rules on record refuse only what cannot be.

import { earliest, type KnownDate, latest } from '#calendar/known-date.ts'

/** Whether one day came before the other, for certain. */
export function surelyBefore(one: KnownDate, other: KnownDate): boolean {
  const [last, first] = [latest(one), earliest(other)]
  return last !== null && first !== null && last < first
}

/** Whether something that begins on the one day cannot end on the other: it ends on a later day, or never was. */
export function cannotEnd(began: KnownDate, ended: KnownDate): boolean {
  const [last, first] = [latest(ended), earliest(began)]
  return last !== null && first !== null && last <= first
}

/** Whether two spells may have had a day in common; a spell without an end goes on. */
export function mayOverlap(
  one: { readonly began: KnownDate; readonly ended: KnownDate | null },
  other: { readonly began: KnownDate; readonly ended: KnownDate | null },
): boolean {
  const isOverBy = (ended: KnownDate | null, began: KnownDate) =>
    ended !== null && (cannotEnd(began, ended) || ended === began)
  return !isOverBy(one.ended, other.began) && !isOverBy(other.ended, one.began)
}
