// An effect as pages and answers tell of it: what it does, by what, from when to when, and how it stands on the day.

import { z } from 'zod'
import { printWhen } from '#calendar/known-date.ts'
import { beneath } from '#reading/given.ts'
import type { Reading } from '#reading/reading.ts'
import type { Tree } from '../engine/index.ts'
import { liesIn } from './cited-number.ts'
import { instrumentShown } from './instrument-in-words.ts'
import { startingInWords } from './starting.ts'
import type { TextAt } from './text-at.ts'
import { endingsKept } from './text-kept.ts'
import type { EffectOnRecord } from './text-on-record.ts'

export const effectShown = z.object({
  reference: z.string(),
  /** In one sentence. */
  sentence: z.string(),
  layer: z.enum(['permanent', 'variation']),
  mode: z.string(),
  instrument: z.object({ words: z.string(), href: z.string().nullable() }).nullable(),
  provisions: z.array(z.string()),
  starts: z.string(),
  /** What ended it, or is to end it, in words; null where nothing does. */
  ends: z.string().nullable(),
  regions: z.array(z.string()),
  stands: z.enum(['holds', 'in some regions', 'ahead', 'over']),
  wordsHeld: z.boolean(),
  says: z.string().nullable(),
  ...beneath.shape,
})
export type EffectShown = z.infer<typeof effectShown>

const verbs: Record<EffectOnRecord['mode'], string> = {
  amend: 'Amended',
  vary: 'Varied',
  disapply: 'Not in effect, disapplied',
  'read-as': 'To be read otherwise',
  'add-for-period': 'Added for a period',
}

/** An effect that is no mere entry of a part or provision, as it stands on the day. */
export function shownEffect(effect: EffectOnRecord, at: TextAt, reading: Reading): EffectShown {
  const instrument = effect.instrument && instrumentShown(effect.instrument, reading)
  const endings = reading.rows(endingsKept).filter(({ data }) => data.effect === effect.id)
  const ends = [
    ...(effect.ends ? [`${startingInWords(effect.ends)} by itself`] : []),
    ...endings.map(({ data }) => {
      const where = data.regions.length > 0 ? ` in ${data.regions.join(', ')}` : ''
      return `${printWhen(data.on)}${where} by ${instrumentShown(data.instrument, reading).words}`
    }),
  ]
  const by = instrument ? ` by ${instrument.words}` : ''
  const starts = startingInWords(effect.starts)
  // A direction is called by its day: said once, where it starts on that day.
  const since = instrument?.words.endsWith(starts.replace(/^on /, 'of ')) ? '' : `, ${starts}`
  const words = effect.wordsHeld ? '' : '; words not held'
  return {
    reference: effect.id,
    sentence: `${verbs[effect.mode]}${by}${since}${words}`,
    layer: effect.layer,
    mode: effect.mode,
    instrument,
    provisions: [...effect.provisions],
    starts,
    ends: ends.length > 0 ? ends.join('; ') : null,
    regions: [...effect.regions],
    stands: standingOf(effect, at),
    wordsHeld: effect.wordsHeld,
    says: effect.says,
    basis: effect.basis,
    source: effect.source,
    entries: [...effect.entries, ...endings.flatMap(({ entries }) => entries)],
  }
}

function standingOf(effect: EffectOnRecord, at: TextAt): EffectShown['stands'] {
  if (at.regional.includes(effect)) return 'in some regions'
  const { timeline, superseded } = at.text
  if (superseded.has(effect.id)) return 'over'
  if (effect.layer === 'variation') {
    if (at.effects.includes(effect)) return 'holds'
    return timeline
      .intervals()
      .some(({ from, effects }) => from > at.day && effects.includes(effect.id)) ||
      timeline.notCommenced().some(({ id }) => id === effect.id)
      ? 'ahead'
      : 'over'
  }
  const started = timeline.intervals().find(({ effects }) => effects.includes(effect.id))
  return started && started.from <= at.day ? 'holds' : 'ahead'
}

/**
 * Effects that touch a provision, oldest first, without those by which parts and provisions were entered: whose
 * operations write it or something in it, and those that cite it, what it stands in, or something in it.
 */
export function effectsTouching(tree: Tree, number: string, at: TextAt): readonly EffectOnRecord[] {
  const { text } = at
  const found = new Set<EffectOnRecord>()
  if (tree.size <= 5_000) {
    const visit = (one: Tree): void => {
      for (const effect of text.made.get(one.id) ?? []) if (effect.instrument) found.add(effect)
      one.kids.forEach(visit)
    }
    visit(tree)
  }
  if (number !== '')
    for (const effect of text.effects.values())
      if (
        effect.instrument &&
        !text.superseded.has(effect.id) &&
        effect.provisions.some((cited) => liesIn(number, cited) || liesIn(cited, number))
      )
        found.add(effect)
  const days = new Map([...found].map((effect) => [effect, dayOf(effect, at)]))
  return [...found].toSorted((one, other) => (days.get(one)! < days.get(other)! ? -1 : 1))
}

function dayOf(effect: EffectOnRecord, { text }: TextAt): string {
  const interval = text.timeline.intervals().find(({ effects }) => effects.includes(effect.id))
  return interval?.from ?? '9999'
}
