// What the record knows of a text that Akoma Ntoso has a place for: which instruments gave it a new state, what each did
// to which provision, and since when each provision says what it says.

import type { AknDocument, AknModification } from '../engine/formats/index.ts'
import type { Op, ProvisionId, Tree } from '../engine/index.ts'
import { changesOf } from './changes-of-text.ts'
import { type EffectOnRecord, type TextOnRecord, writtenBy } from './text-on-record.ts'

/** The history of a tree of the text in force on `day`, up to that day. */
export function aknHistory(
  text: TextOnRecord,
  tree: Tree,
  day: string,
): Required<Pick<AknDocument, 'events' | 'intervals' | 'modifications'>> {
  const intervals = text.timeline.intervals().filter(({ from }) => from <= day)
  const started = new Map<string, string>()
  for (const { from, effects } of intervals)
    for (const id of effects) if (!started.has(id)) started.set(id, from)
  const instruments = [...started].flatMap(([id, from]) => {
    const effect = text.effects.get(id)!
    return effect.instrument ? [{ effect, from, source: sourceOf(effect) }] : []
  })
  const events = new Map(
    instruments
      .filter(({ from }) => from > text.began)
      .map(({ from, source }) => [
        `${from} ${source}`,
        { date: from, type: 'amendment' as const, source },
      ]),
  )
  return {
    events: [{ date: text.began, type: 'generation', source: '' }, ...events.values()],
    intervals: new Map(stretchesIn(text, tree, day)),
    modifications: instruments.flatMap(({ effect, source }) =>
      effect.ops.flatMap((op): AknModification[] =>
        writtenBy(op)
          .slice(0, 1)
          .map((target) => ({ type: kinds[op.op], source, target })),
      ),
    ),
  }
}

const kinds: Record<Op['op'], AknModification['type']> = {
  insert: 'insertion',
  words: 'substitution',
  substitute: 'substitution',
  repeal: 'repeal',
  renumber: 'renumbering',
  move: 'renumbering',
  split: 'split',
  join: 'join',
}

const sourceOf = ({ instrument }: EffectOnRecord) => `${instrument!.kind} ${instrument!.reference}`

/** Since when each provision says what it says, and until when where that is known. */
function* stretchesIn(
  text: TextOnRecord,
  tree: Tree,
  day: string,
): Iterable<[ProvisionId, { from: string; to?: string }]> {
  const stretch = changesOf(text)
    .stretchesOf(tree.id)
    .findLast(({ from }) => from <= day)
  if (stretch)
    yield [tree.id, { from: stretch.from, ...(stretch.to === null ? {} : { to: stretch.to }) }]
  for (const kid of tree.kids) yield* stretchesIn(text, kid, day)
}
