// The open drafts as far as a viewer may read them: each with its text, carried in memory onto one common baseline; and
// which of them touch a provision.

import type { Day } from '#calendar/day.ts'
import type { Reading } from '#reading/reading.ts'
import {
  diff,
  type Proposal,
  type ProvisionId,
  type Rebased,
  rebase,
  type Tree,
  type When,
} from '../engine/index.ts'
import { numbersOf } from '../text/numbers-of-text.ts'
import { whenOf } from '../text/starting.ts'
import type { TextAt } from '../text/text-at.ts'
import { type TextOnRecord, textOf } from '../text/text-on-record.ts'
import { type DraftedText, draftedText, layerAsked, startingDay } from './drafted-text.ts'
import { type DraftOnRecord, draftsOnRecord } from './drafts-on-record.ts'

export interface OpenDraft {
  readonly draft: DraftOnRecord
  readonly texts: DraftedText
}

/** Open drafts whose text can be read, in the order of their numbers. */
export function openDrafts(reading: Reading, text: TextOnRecord): readonly OpenDraft[] {
  return draftsOnRecord(reading, reading.asOf)
    .filter(({ state }) => state === 'open')
    .flatMap((draft) => {
      const texts = draftedText(text, draft.latest)
      return texts ? [{ draft, texts }] : []
    })
}

/** Tells a set of open drafts on a text from any other. */
export const keyOfDrafts = (text: TextOnRecord, drafts: readonly OpenDraft[]): string =>
  [text.key, ...drafts.map(({ draft }) => draft.latest.entries.join(','))].join(' ')

export const proposalOf = (text: TextOnRecord, { draft, texts }: OpenDraft): Proposal => ({
  id: draft.modification,
  baseline: texts.base,
  draft: texts.root,
  layer: draft.latest.data.layer,
  starts: whenOf(draft.latest.data.starts, text.began) as When,
})

/** A draft carried onto the text that all are compared on. */
export interface Carried {
  readonly open: OpenDraft
  readonly rebased: Rebased
}

export interface OnOneBaseline {
  /** The day whose text it is: that of the reading, or the last on which one of the drafts starts. */
  readonly day: Day
  readonly baseline: Tree
  readonly carried: readonly Carried[]
}

const lastDay = (text: TextOnRecord, drafts: readonly OpenDraft[], today: Day): Day =>
  drafts
    .map(({ draft }) => startingDay(text, draft.latest.data.starts, today))
    .reduce((one, other) => (other > one ? other : one), today < text.began ? text.began : today)

/** All drafts on one baseline, rebased in memory; a variation on what that text says with the variations over it. */
export function onOneBaseline(
  text: TextOnRecord,
  drafts: readonly OpenDraft[],
  today: Day,
): OnOneBaseline {
  const day = lastDay(text, drafts, today)
  const at = (layer: 'permanent' | 'variation') =>
    text.store.root(text.timeline.at(day, layerAsked(layer)))
  return {
    day,
    baseline: at('permanent'),
    carried: drafts.map((open) => ({
      open,
      rebased: rebase(text.store, proposalOf(text, open), at(open.draft.latest.data.layer)),
    })),
  }
}

export type HowTouched = 'amends' | 'repeals' | 'moves' | 'renumbers' | 'inserts in'

export interface Touching {
  readonly modification: string
  readonly title: string
  readonly href: string
  readonly how: HowTouched
}

const touched = new Map<string, ReadonlyMap<ProvisionId, readonly Touching[]>>()
const mostKept = 16

/**
 * The open drafts that touch a provision of the text at hand, as far as the reader may read them: its own words, its
 * place or number, or something inserted right under it. Made once for a text and its drafts.
 */
export function openDraftsTouching(
  reading: Reading,
  { text }: Pick<TextAt, 'text'>,
  id: ProvisionId,
): readonly Touching[] {
  const drafts = openDrafts(reading, text)
  if (drafts.length === 0) return []
  const key = keyOfDrafts(text, drafts)
  let made = touched.get(key)
  if (!made) {
    made = touchesOf(text, drafts)
    touched.set(key, made)
    if (touched.size > mostKept) touched.delete(touched.keys().next().value!)
  }
  return made.get(id) ?? []
}

function touchesOf(
  text: TextOnRecord,
  drafts: readonly OpenDraft[],
): ReadonlyMap<ProvisionId, readonly Touching[]> {
  const made = new Map<ProvisionId, Touching[]>()
  for (const open of drafts)
    for (const [id, how] of touchedBy(text, open)) {
      const { modification } = open.draft
      const touching = {
        modification,
        title: open.draft.latest.data.title,
        href: `/code/drafts/${modification}`,
        how,
      }
      made.set(id, [...(made.get(id) ?? []), touching])
    }
  return made
}

/** What a draft does to each provision of the text that it amends. */
export function touchedBy(
  text: TextOnRecord,
  { texts }: OpenDraft,
): ReadonlyMap<ProvisionId, HowTouched> {
  const out = new Map<ProvisionId, HowTouched>()
  const fresh = new Set<ProvisionId>()
  for (const { id, before, after, moved, fields } of diff(text.store, texts.base, texts.root)
    .changes) {
    if (!before) {
      fresh.add(id)
      const parent = after?.parent
      if (parent && !fresh.has(parent) && !out.has(parent)) out.set(parent, 'inserts in')
    } else if (!after) out.set(id, 'repeals')
    else if (fields.length > 0) out.set(id, 'amends')
    else if (moved) out.set(id, 'moves')
    else if (before.own.label?.raw !== after.own.label?.raw) out.set(id, 'renumbers')
    else if (before.own !== after.own) out.set(id, 'amends')
  }
  return out
}

/** For search: the words that open drafts put into the text, by provision. */
export function draftedWords(
  reading: Reading,
): readonly { readonly open: OpenDraft; readonly tree: Tree }[] {
  const text = textOf(reading)
  if (!text) return []
  return openDrafts(reading, text).flatMap((open) =>
    diff(text.store, open.texts.base, open.texts.root, { words: 'none' }).changes.flatMap(
      ({ id, before, after }) => {
        if (!after || before?.own === after.own) return []
        const tree = numbersOf(open.texts.root).tree(id)
        return tree ? [{ open, tree }] : []
      },
    ),
  )
}
