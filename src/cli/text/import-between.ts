// A version that comes between two on record: what was one step becomes two, and every later text stays as it is.

import {
  opsBetween,
  type ProvisionId,
  type TextStore,
  type Tree,
} from '#legal-text/engine/index.ts'
import type { EffectOnRecord, TextOnRecord } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { matchesOf, provisionsOf, renamed } from './carried-identities.ts'
import { numbersOf } from './provision-number.ts'
import type { ReadText } from './read-texts.ts'

/** The permanent text on record from one change to the next. */
export interface StandingText {
  readonly from: string
  readonly root: Tree
  readonly effects: readonly string[]
}

/** The step on record that a version comes into. */
export interface Between {
  readonly before: StandingText
  readonly after: StandingText
  /** The one effect that made the later text of the earlier one. */
  readonly superseded: EffectOnRecord
}

/** Where a version of `day` comes in. Refuses where what follows it was not made by one effect alone. */
export function betweenOnRecord(
  { effects }: TextOnRecord,
  known: readonly StandingText[],
  day: string,
): Between {
  const before = known.findLast(({ from }) => from <= day)!
  const after = known.find(({ from }) => from > day)!
  const [only, ...more] = after.effects.map((id) => effects.get(id)!)
  if (!only || more.length > 0 || only.instrument === null || !only.wordsHeld)
    throw new Refused(
      `The text on record was changed next on ${after.from}, by ${after.effects.join(', ')}; a version of ${day} can come before one effect whose operations are held, and no more. Nothing was entered. Enter it as an effect that supersedes them: bin/secretariat enter-effect`,
      2,
    )
  return { before, after, superseded: only }
}

/**
 * The version under the identities of both its neighbours: of the earlier text as it was carried, and of the later one
 * where a provision came in between. Refuses where one that stands before and after is gone in between.
 */
export function underBoth(
  store: TextStore,
  { before, after }: Between,
  carried: Tree,
  read: ReadText,
): Tree {
  const early = idsOf(before.root)
  const only = (root: Tree): ReadText => ({
    ...read,
    root,
    series: null,
    format: 'lims',
    identified: early,
  })
  const names = new Map<ProvisionId, ProvisionId>()
  for (const { a, b } of matchesOf(only(after.root), only(carried), { content: false }))
    if (a && b && !early.has(a.id) && !early.has(b.id)) names.set(b.id, a.id)
  const root = names.size === 0 ? carried : renamed(store, carried, names)
  const now = idsOf(root)
  const numbers = numbersOf(after.root)
  const gone = [...early.intersection(idsOf(after.root)).difference(now)]
  if (gone.length > 0)
    throw new Refused(
      `${read.name}: ${gone.length} provisions stand on record before and after it, and not in it: ${gone
        .slice(0, 10)
        .map((id) => numbers.get(id) || id)
        .join(
          ', ',
        )}. A provision that is gone does not come back as the same one, so that the later text would be another. Nothing was entered; say --pair OLD=NEW where one of them stands here under another number`,
      2,
    )
  return root
}

/** What makes the later text of the version between. */
export const onwards = (store: TextStore, root: Tree, { after }: Between) =>
  opsBetween(store, root, after.root)

const idsOf = (root: Tree): Set<ProvisionId> => new Set(provisionsOf(root).map(({ id }) => id))

/** The reference of the effect that stands instead of another from the version of a day on. */
export const referenceAfter = (reference: string, day: string): string =>
  `${reference.slice(0, 60)}-after-${day}`
