// What an import would enter: each version under the identities of the text on record, and what that changes.

import {
  contentOf,
  diff,
  isSubstantive,
  type Op,
  opsBetween,
  type ProvisionId,
  type TextStore,
  type Tree,
} from '#legal-text/engine/index.ts'
import { type TextOnRecord, theCode } from '#legal-text/index.ts'
import { Refused } from '../session.ts'
import { carriedWith, type FixedPairs, type Match, renamed } from './carried-identities.ts'
import {
  type Between,
  betweenOnRecord,
  onwards,
  type StandingText,
  underBoth,
} from './import-between.ts'
import type { IncomingVersion } from './incoming-versions.ts'
import { numbersOf, provisionNamed } from './provision-number.ts'
import type { ReadText } from './read-texts.ts'

/** A pairing that was guessed, or fixed by a person. */
export interface Guessed {
  readonly was: string
  readonly number: string
  readonly clue: string
  readonly score: number
}

/** How many provisions an import brings, takes away and changes; one that is amended and moved counts in both. */
export interface Counts {
  readonly provisions: number
  readonly new: number
  readonly gone: number
  readonly amended: number
  readonly renumbered: number
  readonly moved: number
}

export interface PlannedVersion extends IncomingVersion {
  /** The text as it will be on record. */
  readonly root: Tree
  /** Null where the text begins with it; without operations where it says the same as before. */
  readonly ops: readonly Op[] | null
  readonly counts: Counts
  readonly guessed: readonly Guessed[]
  /** The pairings that a person fixed, as they were given. */
  readonly pairs: readonly string[]
  /** Where it comes between two versions on record: what stands instead of the step that it comes into. */
  readonly between: (Between & { readonly ops: readonly Op[]; readonly counts: Counts }) | null
}

/** Plans every version that is not on record yet. Refuses where one would stand before the text on record begins. */
export function plannedImport(
  store: TextStore,
  text: TextOnRecord | undefined,
  incoming: readonly IncomingVersion[],
  pairs: readonly string[],
): readonly PlannedVersion[] {
  const known = text ? permanentOf(text) : []
  const fresh = text ? withoutHeld(text, known, incoming) : incoming
  if (pairs.length > 0 && (fresh.length !== 1 || !text))
    throw new Refused('--pair is for one file that amends a text on record', 2)
  const ever = new Set<ProvisionId>()
  const survey = surveyor(ever)
  for (const { root } of known) survey(root)
  const between = text ? comesBetween(text, known, fresh) : null
  let before = between?.before.root ?? known.at(-1)?.root
  return fresh.map((version): PlannedVersion => {
    const isSeries = version.text.series !== null
    let root: Tree
    let matches: readonly Match[] = []
    if (!before || isSeries) root = underTheCode(store, version.text.root)
    else {
      const current = new Set<ProvisionId>()
      surveyor(current)(before)
      const carriedOn = carriedWith(store, asRead(before, version.text), version.text, {
        retired: ever.difference(current),
        pairs: fixedPairs(before, version.text.root, pairs),
      })
      const carried = underTheCode(store, carriedOn.root)
      root = between ? underBoth(store, between, carried, version.text) : carried
      matches = carriedOn.matches
    }
    const planned: PlannedVersion = {
      ...version,
      root,
      ops: before ? opsBetween(store, before, root) : null,
      counts: countsOf(store, before, root),
      guessed: before ? guessedIn(before, root, matches) : [],
      pairs,
      between: between && {
        ...between,
        ops: onwards(store, root, between),
        counts: countsOf(store, root, between.after.root),
      },
    }
    survey(root)
    before = root
    return planned
  })
}

/** The same text under the identity that every text on record has as its root. */
function underTheCode(store: TextStore, root: Tree): Tree {
  const named = root.id === theCode ? root : renamed(store, root, new Map([[root.id, theCode]]))
  return store.tree(theCode, store.own({ ...contentOf(named.own), kind: 'code' }), named.kids)
}

const permanentOf = ({ timeline, store }: TextOnRecord) =>
  timeline.intervals({ without: 'variations' }).map(
    ({ from, version, effects }): StandingText => ({
      from,
      root: store.root(version),
      effects,
    }),
  )

/** The step into which the one version comes; null where it comes after all on record. */
const comesBetween = (
  text: TextOnRecord,
  known: readonly StandingText[],
  fresh: readonly IncomingVersion[],
): Between | null =>
  fresh.length === 1 && fresh[0]!.day < known.at(-1)!.from
    ? betweenOnRecord(text, known, fresh[0]!.day)
    : null

/** What comes after the last version on record; what a series repeats of it must be the same. */
function withoutHeld(
  text: TextOnRecord,
  known: readonly StandingText[],
  incoming: readonly IncomingVersion[],
): readonly IncomingVersion[] {
  const last = known.at(-1)!
  const [first] = incoming
  if (incoming.length === 1 && first!.text.series === null) {
    const { day } = first!
    if (day < text.began)
      throw new Refused(
        `The text on record begins on ${text.began}; nothing can be imported for ${day}, before it. A text begins once: import the versions from ${day} on, oldest first, into a code of another name`,
        2,
      )
    if (text.effects.has(referenceOf(day)) || day === text.began)
      throw new Refused(
        `A version of ${day} is on record already; nothing was entered. To put it right, enter an effect with a correction: bin/secretariat enter-effect`,
        2,
      )
    return incoming
  }
  const fresh = incoming.filter(({ day }) => day > last.from)
  if (fresh.length === 0)
    throw new Refused(
      `Every version up to ${incoming.at(-1)!.day} is on record already, and the text was last changed on ${last.from}; nothing was entered`,
      2,
    )
  const repeated = incoming.findLast(({ day }) => day <= last.from)
  if (fresh[0]!.text.series !== null && repeated?.text.root.treeHash !== last.root.treeHash)
    throw new Refused(
      `The text on record in force on ${last.from} is not that of ${repeated?.text.name ?? 'an earlier version of this series'}, so this series does not go on from it. Nothing was entered`,
      2,
    )
  return fresh
}

/** The reference of the effect that an import enters for a day. */
export const referenceOf = (day: string): string => `import-${day}`

const asRead = (root: Tree, like: ReadText): ReadText => ({
  ...like,
  root,
  format: 'record',
  series: null,
})

/** Notes the identities of a text; what it shares with one surveyed before costs nothing. */
function surveyor(ids: Set<ProvisionId>): (tree: Tree) => void {
  const seen = new WeakSet<Tree>()
  const survey = (tree: Tree): void => {
    if (seen.has(tree)) return
    seen.add(tree)
    ids.add(tree.id)
    tree.kids.forEach(survey)
  }
  return survey
}

function fixedPairs(before: Tree, after: Tree, pairs: readonly string[]): FixedPairs {
  return new Map(
    pairs.map((pair) => {
      const [old, is, ...more] = pair.split('=').map((part) => part.trim())
      if (!old || !is || more.length > 0)
        throw new Refused(
          `--pair ${pair}: expected OLD=NEW, each a printed number or an identity`,
          2,
        )
      return [
        provisionNamed(after, is, `--pair ${pair}, the file`).id,
        provisionNamed(before, old, `--pair ${pair}, the record`).id,
      ] as const
    }),
  )
}

function countsOf(store: TextStore, before: Tree | undefined, root: Tree): Counts {
  if (!before)
    return { provisions: root.size, new: root.size, gone: 0, amended: 0, renumbered: 0, moved: 0 }
  const { changes } = diff(store, before, root)
  const count = (of: (change: (typeof changes)[number]) => boolean): number =>
    changes.filter(of).length
  const label = (tree: { own: Tree['own'] } | null): string => tree?.own.label?.raw ?? ''
  return {
    provisions: root.size,
    new: count((one) => !one.before),
    gone: count((one) => !one.after),
    amended: count(
      (one) =>
        one.before !== null &&
        one.after !== null &&
        isSubstantive(one) &&
        one.fields.some(({ words }) => words.length > 0),
    ),
    renumbered: count(
      (one) => one.before !== null && one.after !== null && label(one.before) !== label(one.after),
    ),
    moved: count((one) => one.moved),
  }
}

/** The pairs of provisions that differ in words and were taken for one by more than their identity. */
function guessedIn(before: Tree, after: Tree, matches: readonly Match[]): Guessed[] {
  const [old, fresh] = [numbersOf(before), numbersOf(after)]
  return matches.flatMap(({ a, b, clue, score }) =>
    a && b && clue && clue !== 'root' && clue !== 'identity' && a.own.textHash !== b.own.textHash
      ? [
          {
            was: old.get(a.id) || a.id,
            number: fresh.get(a.id) || a.id,
            clue,
            score: Math.round(score * 1000) / 1000,
          },
        ]
      : [],
  )
}
