// The effects of instruments on the text: all of them, and one by itself with its operations in words.

import { z } from 'zod'
import { pageOf, paging } from '#reading/pages-of-rows.ts'
import type { Reading } from '#reading/reading.ts'
import { view } from '#reading/view.ts'
import { applyOps, instructionOf, type VersionId } from '../engine/index.ts'
import { effectShown, shownEffect } from './effect-shown.ts'
import { type TextAt, textAt } from './text-at.ts'
import type { EffectOnRecord } from './text-on-record.ts'

const stands = ['holds', 'in some regions', 'ahead', 'over'] as const

export const effectsView = view({
  name: 'effects',
  at: '/code/effects',
  title: 'What has been done to the text',
  says: 'Every effect of an instrument on the text: amendments, variations and what waits for its commencement, newest first, as it stands on the day asked for.',
  asked: z.object({
    ...paging,
    stands: z
      .enum(stands, { error: `Ask for one of ${stands.join(', ')}` })
      .optional()
      .meta({ label: 'On this day' }),
    layer: z
      .enum(['permanent', 'variation'], { error: 'Ask for permanent or variation' })
      .optional()
      .meta({ label: 'Layer' }),
  }),
  gives: z.object({
    effects: z.array(effectShown),
    total: z.int(),
    next: z.string().nullable(),
    standings: z.array(z.object({ value: z.enum(stands), label: z.string(), count: z.int() })),
  }),
  answer(reading, { stands: standing, layer, ...paged }) {
    const at = textAt(reading)
    const all = at ? instrumentEffects(at).map((effect) => shownEffect(effect, at, reading)) : []
    const wanted = all.filter(
      (effect) =>
        (standing === undefined || effect.stands === standing) &&
        (layer === undefined || effect.layer === layer),
    )
    const { rows, total, next } = pageOf(wanted, paged, ({ reference }) => reference)
    return {
      effects: [...rows],
      total,
      next,
      standings: stands
        .map((value) => ({
          value,
          label: value.charAt(0).toUpperCase() + value.slice(1),
          count: all.filter((effect) => effect.stands === value).length,
        }))
        .filter(({ count }) => count > 0),
    }
  },
})

const oneEffect = effectShown.extend({
  version: z
    .string()
    .nullable()
    .meta({ description: 'The root hash of the text that it gave when it was entered' }),
  operations: z.array(
    z.object({
      n: z.int(),
      op: z.string(),
      provision: z.string(),
      href: z.string().nullable(),
      /** The operation as an instruction in words; null where there are too many to say them all. */
      instruction: z.string().nullable(),
    }),
  ),
  redline: z.string().nullable(),
  faults: z.array(z.string()),
})
export type EffectGiven = z.infer<typeof oneEffect>

export const effectView = view({
  name: 'effect',
  at: '/code/effects/:effect',
  title: 'An effect on the text',
  says: 'One effect of an instrument on the text: what it does, from when to when, its operations, and what it changed.',
  asked: z.object({
    effect: z.string().trim().max(200, 'Name an effect in 200 characters at most'),
  }),
  gives: oneEffect,
  answer(reading, { effect: reference }) {
    const at = textAt(reading)
    const effect = at?.text.effects.get(reference)
    return at && effect?.instrument ? answerOf(reading, at, effect) : undefined
  },
  each(reading) {
    const at = textAt(reading)
    return at ? instrumentEffects(at).map(({ id }) => ({ effect: id })) : []
  },
})

function answerOf(reading: Reading, at: TextAt, effect: EffectOnRecord): EffectGiven {
  const intervals = at.text.timeline.intervals()
  const first = intervals.findIndex(({ effects }) => effects.includes(effect.id))
  const before = intervals[first - 1]
  const said = instructionsFor(at, effect, before?.version)
  const faults = intervals[first]?.faults.filter((one) => one.effect === effect.id) ?? []
  return {
    ...shownEffect(effect, at, reading),
    version: effect.gives,
    operations: effect.ops.slice(0, 500).map((op, n) => {
      const id = 'target' in op ? op.target : 'parent' in op ? op.parent : op.targets[0]
      const stands = id !== undefined && at.numbers.tree(id) !== undefined
      return {
        n: n + 1,
        op: op.op,
        provision: id === undefined ? '' : at.numbers.numberOf(id) || id,
        href: stands ? at.numbers.addressOf(id) : null,
        instruction: said[n] ?? null,
      }
    }),
    redline:
      before && effect.ops.length > 0
        ? `/code/redline?from=${before.from}&to=${intervals[first]!.from}`
        : null,
    faults: faults.flatMap((one) =>
      one.faults.map(
        ({ index, provision, expected, found }) =>
          `Operation ${index + 1} on ${provision}: expected ${expected}, found ${found}`,
      ),
    ),
  }
}

/** How much work an answer may be: operations times provisions of the text. */
const most = 400_000

/** Each operation in words, said of the text as those before it leave it; none where that would take too long. */
function instructionsFor(
  { text }: TextAt,
  { ops }: EffectOnRecord,
  before: VersionId | undefined,
): readonly string[] {
  if (before === undefined) return []
  let now = text.store.root(before)
  if (ops.length * now.size > most) return []
  const out: string[] = []
  for (const op of ops) {
    const applied = applyOps(text.store, now, [op])
    if (!applied.ok) return out
    out.push(instructionOf(op, now))
    now = applied.value.root
  }
  return out
}

/** Effects of instruments, the newest first; without those by which single provisions were entered. */
function instrumentEffects(at: TextAt): readonly EffectOnRecord[] {
  return [...at.text.effects.values()]
    .filter(({ instrument }) => instrument !== null)
    .toSorted((one, other) => compare(other.date, one.date) || compare(one.id, other.id))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
